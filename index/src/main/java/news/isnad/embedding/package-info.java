/**
 * Meaning as numbers: a sentence-embedding model that an operator has installed turns a text into a
 * vector, and texts of near meaning have near vectors, whatever their words and, with a model of
 * several languages, whatever their language.
 *
 * <pre>{@code
 * try (Embedder embedder = OnnxEmbedder.in(folder)) {      // model.onnx and tokenizer.json
 *   float[] asked = embedder.question("Who keeps the lighthouse?");
 *   float[] near = embedder.passages(List.of("The keeper lives below the lamp.")).getFirst();
 * }
 * }</pre>
 *
 * <p>The model runs here, by ONNX Runtime; nothing is sent anywhere. Neither the runtime nor the
 * model is loaded before the first text. Safe for concurrent use.
 */
@NullMarked
package news.isnad.embedding;

import org.jspecify.annotations.NullMarked;
