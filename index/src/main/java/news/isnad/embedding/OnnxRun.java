package news.isnad.embedding;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import news.isnad.config.UnusableFileException;

/** A loaded model: tokenizer and session. Safe for concurrent use; closing waits for nobody. */
final class OnnxRun implements AutoCloseable {
  private static final int MOST_THREADS = 4;

  /** The index takes no wider vectors. */
  private static final int WIDEST = 1024;

  private final Model model;
  private final HuggingFaceTokenizer tokenizer;
  private final OrtEnvironment environment;
  private final OrtSession session;
  private final String output;

  private OnnxRun(
      Model model,
      HuggingFaceTokenizer tokenizer,
      OrtEnvironment environment,
      OrtSession session,
      String output) {
    this.model = model;
    this.tokenizer = tokenizer;
    this.environment = environment;
    this.session = session;
    this.output = output;
  }

  /**
   * Loads a model.
   *
   * @throws UnusableFileException if it cannot be loaded, or does not do what an embedding model
   *     does
   */
  static OnnxRun of(Model model) {
    HuggingFaceTokenizer tokenizer = tokenizer(model);
    try {
      OrtEnvironment environment = OrtEnvironment.getEnvironment();
      environment.setTelemetry(false);
      OrtSession.SessionOptions options = new OrtSession.SessionOptions();
      options.setIntraOpNumThreads(
          Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
      OrtSession session = environment.createSession(model.onnx().toString(), options);
      OnnxRun run = new OnnxRun(model, tokenizer, environment, session, output(session, model));
      int width = run.vectors(List.of("test")).getFirst().length;
      if (width > WIDEST) {
        throw Model.unusable(
            model.onnx(), "gives vectors of " + width + " numbers, not of at most " + WIDEST);
      }
      return run;
    } catch (OrtException e) {
      throw Model.unusable(model.onnx(), "is not a model that can be loaded: " + said(e));
    } catch (LinkageError e) {
      throw notHere(model.onnx(), e);
    }
  }

  private static HuggingFaceTokenizer tokenizer(Model model) {
    // The library would tell its makers where it runs, and look for a graphics card's version of
    // itself on the web.
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ai.djl.offline", "true");
    try {
      return HuggingFaceTokenizer.builder()
          .optTokenizerPath(model.tokenizer())
          .optTruncation(true)
          .optPadding(true)
          .optMaxLength(model.tokens())
          .build();
    } catch (LinkageError e) {
      throw notHere(model.tokenizer(), e);
    } catch (IOException | RuntimeException e) {
      throw Model.unusable(model.tokenizer(), "is not a tokenizer that can be loaded: " + said(e));
    }
  }

  private static UnusableFileException notHere(Path file, LinkageError e) {
    return Model.unusable(
        file, "cannot be used on this system, which the library was not made for: " + said(e));
  }

  /** The first line of what a library says, without its full stops. */
  private static String said(Throwable e) {
    String message = Optional.ofNullable(e.getMessage()).orElseGet(e::toString);
    return message.lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
  }

  /** A ready vector for each text where the model gives one, else the vectors of the tokens. */
  private static String output(OrtSession session, Model model) throws OrtException {
    Optional<String> ready = Optional.empty();
    Optional<String> tokens = Optional.empty();
    for (NodeInfo node : session.getOutputInfo().values()) {
      if (node.getInfo() instanceof TensorInfo tensor) {
        int dimensions = tensor.getShape().length;
        if (dimensions == 2 && node.getName().equals("sentence_embedding")) {
          ready = Optional.of(node.getName());
        } else if (dimensions == 3 && tokens.isEmpty()) {
          tokens = Optional.of(node.getName());
        }
      }
    }
    if (ready.isEmpty() && tokens.isEmpty()) {
      throw Model.unusable(model.onnx(), "gives no vectors of tokens or sentences");
    }
    return ready.isPresent() ? ready.get() : tokens.get();
  }

  /** The vectors of texts, of length 1. */
  List<float[]> vectors(List<String> texts) {
    Encoding[] encodings = tokenizer.batchEncode(texts);
    int length = encodings[0].getIds().length;
    long[] shape = {encodings.length, length};
    Map<String, OnnxTensor> inputs = new HashMap<>();
    try {
      for (String name : session.getInputNames()) {
        inputs.put(name, OnnxTensor.createTensor(environment, input(name, encodings), shape));
      }
      try (OrtSession.Result result = session.run(inputs, Set.of(output))) {
        return vectors(result.get(0), encodings);
      }
    } catch (OrtException e) {
      throw Model.unusable(model.onnx(), "does not run: " + said(e));
    } finally {
      inputs.values().forEach(OnnxTensor::close);
    }
  }

  private LongBuffer input(String name, Encoding[] encodings) {
    LongBuffer all = LongBuffer.allocate(encodings.length * encodings[0].getIds().length);
    for (Encoding encoding : encodings) {
      switch (name) {
        case "input_ids" -> all.put(encoding.getIds());
        case "attention_mask" -> all.put(encoding.getAttentionMask());
        case "token_type_ids" -> all.put(encoding.getTypeIds());
        default ->
            throw Model.unusable(
                model.onnx(), "wants the input " + name + ", which is none of a sentence");
      }
    }
    return all.flip();
  }

  private List<float[]> vectors(OnnxValue value, Encoding[] encodings) {
    if (!(value instanceof OnnxTensor tensor)) {
      throw Model.unusable(model.onnx(), "gives no vectors");
    }
    long[] shape = tensor.getInfo().getShape();
    FloatBuffer numbers = tensor.getFloatBuffer();
    int width = (int) shape[shape.length - 1];
    int tokens = shape.length == 3 ? (int) shape[1] : 1;
    List<float[]> vectors = new ArrayList<>(encodings.length);
    for (int i = 0; i < encodings.length; i++) {
      float[] vector = new float[width];
      long[] mask = encodings[i].getAttentionMask();
      int last = tokens == 1 || model.cls() ? 1 : tokens;
      for (int token = 0; token < last; token++) {
        if (last == 1 || mask[token] != 0) {
          int from = (i * tokens + token) * width;
          for (int j = 0; j < width; j++) {
            vector[j] += numbers.get(from + j);
          }
        }
      }
      vectors.add(ofLengthOne(vector));
    }
    return vectors;
  }

  /** The sum has the direction of the mean, which is all that counts. */
  private static float[] ofLengthOne(float[] vector) {
    double square = 0;
    for (float number : vector) {
      square += (double) number * number;
    }
    float length = (float) Math.sqrt(square);
    for (int i = 0; length > 0 && i < vector.length; i++) {
      vector[i] /= length;
    }
    return vector;
  }

  @Override
  public void close() {
    tokenizer.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new IllegalStateException("the model cannot be closed", e);
    }
  }
}
