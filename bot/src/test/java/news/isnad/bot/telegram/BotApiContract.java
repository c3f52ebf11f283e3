package news.isnad.bot.telegram;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/** What the Bot API's reference says of methods and their fields, as far as the fake checks it. */
final class BotApiContract {
  private static final ObjectMapper JSON = new ObjectMapper();

  private record Field(
      String name,
      List<String> types,
      boolean required,
      int least,
      int most,
      String unit,
      List<String> values) {}

  private static final Set<String> MEASURED_LATER =
      Set.of("sendMessage.text", "editMessageText.text", "InputTextMessageContent.message_text");

  private final Map<String, List<Field>> objects = new HashMap<>();
  private final Map<String, List<String>> oneOf = new HashMap<>();
  private final Set<String> unchecked = new HashSet<>();
  private final Map<String, String> methods = new TreeMap<>();
  private final Set<String> unknownFields = ConcurrentHashMap.newKeySet();

  BotApiContract() {
    try (InputStream in = BotApiContract.class.getResourceAsStream("bot-api.tsv")) {
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(line -> read(line.split("\t", -1)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void read(String[] row) {
    switch (row[0]) {
      case "object" -> objects.put(row[1], new ArrayList<>());
      case "method" -> methods.put(row[1].toLowerCase(Locale.ROOT), row[1]);
      case "any" -> unchecked.add(row[1]);
      case "oneof" -> oneOf.put(row[1], List.of(row[2].split("\\|")));
      case "field" ->
          objects
              .get(row[1])
              .add(
                  new Field(
                      row[2],
                      List.of(row[3].split("\\|")),
                      row[4].equals("required"),
                      row.length > 5 && !row[5].isEmpty() ? Integer.parseInt(row[5]) : 0,
                      row.length > 6 && !row[6].isEmpty()
                          ? Integer.parseInt(row[6])
                          : Integer.MAX_VALUE,
                      row.length > 7 ? row[7] : "",
                      row.length > 8 ? List.of(row[8].split("\\|")) : List.of()));
      default -> throw new IllegalStateException(row[0]);
    }
  }

  /** The method's name as the reference writes it; names are case-blind. */
  Optional<String> method(String name) {
    return Optional.ofNullable(methods.get(name.toLowerCase(Locale.ROOT)));
  }

  Collection<String> methods() {
    return methods.values();
  }

  Set<String> objects() {
    return objects.keySet();
  }

  List<String> objectsFields(String object) {
    return objects.get(object).stream().map(Field::name).toList();
  }

  /** The fields of an object in one line each, for comparing. */
  List<String> written(String object) {
    return objects.get(object).stream().map(BotApiContract::written).toList();
  }

  private static String written(Field field) {
    // A least length of one that no unit goes with is ours: Telegram says so in other words.
    boolean sized = !field.unit().isEmpty();
    return String.join(
        " ",
        field.name(),
        new TreeSet<>(field.types()).toString(),
        field.required() ? "required" : "optional",
        sized ? field.least() + ".." + field.most() : "",
        field.values().toString());
  }

  /**
   * Fields that were sent and that the reference does not know: Telegram ignores them, we do not.
   */
  Set<String> unknownFields() {
    return Set.copyOf(unknownFields);
  }

  /** What is wrong with the fields of a call, but for texts with entities; empty if nothing. */
  Optional<String> fault(String method, JsonNode body) {
    return objects.containsKey(method)
        ? faultOfObject(method, body)
        : Optional.of("Bad Request: the fake does not play " + method);
  }

  private Optional<String> faultOfObject(String owner, JsonNode value) {
    if (!value.isObject()) {
      return Optional.of("Bad Request: " + owner + " is not an object");
    }
    List<Field> fields = objects.get(owner);
    for (Field field : fields) {
      JsonNode given = value.path(field.name());
      if (given.isMissingNode() || given.isNull()) {
        if (field.required()) {
          return Optional.of("Bad Request: parameter \"" + field.name() + "\" is required");
        }
        continue;
      }
      Optional<String> fault = faultOf(owner, field, given);
      if (fault.isPresent()) {
        return fault;
      }
    }
    List<String> unknown = new ArrayList<>();
    value
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                unknown.add(name);
                unknownFields.add(owner + "." + name);
              }
            });
    return unknown.isEmpty()
        ? Optional.empty()
        : Optional.of("Bad Request: " + owner + " knows no " + String.join(", ", unknown));
  }

  private Optional<String> faultOf(String owner, Field field, JsonNode given) {
    List<String> faults = new ArrayList<>();
    for (String type : field.types()) {
      Optional<String> fault = faultOfType(type, given);
      if (fault.isEmpty()) {
        return faultOfValue(owner, field, given);
      }
      faults.add(fault.get());
    }
    return Optional.of(
        "Bad Request: can't parse field \"" + field.name() + "\": " + String.join("; ", faults));
  }

  private Optional<String> faultOfType(String type, JsonNode given) {
    if (type.startsWith("Array of ")) {
      JsonNode array = unwrapped(given);
      if (!array.isArray()) {
        return Optional.of("expected an Array");
      }
      for (JsonNode element : array) {
        Optional<String> fault = faultOfType(type.substring("Array of ".length()), element);
        if (fault.isPresent()) {
          return fault;
        }
      }
      return Optional.empty();
    }
    boolean right =
        switch (type) {
          case "Integer" ->
              given.isIntegralNumber() && given.canConvertToLong()
                  || given.isTextual() && given.textValue().matches("-?\\d{1,18}");
          case "Float" -> given.isNumber();
          case "String" -> given.isTextual();
          case "Boolean" -> given.isBoolean();
          case "True" -> given.isBoolean() && given.booleanValue();
          default -> true;
        };
    if (!right) {
      return Optional.of("expected " + type);
    }
    if (oneOf.containsKey(type)) {
      return oneOf.get(type).stream().anyMatch(each -> faultOfType(each, given).isEmpty())
          ? Optional.empty()
          : Optional.of("no kind of " + type);
    }
    return objects.containsKey(type) ? faultOfObject(type, unwrapped(given)) : Optional.empty();
  }

  /** Objects and arrays may come as text that holds their JSON. */
  private static JsonNode unwrapped(JsonNode given) {
    if (!given.isTextual()) {
      return given;
    }
    try {
      return JSON.readTree(given.textValue());
    } catch (JsonProcessingException broken) {
      return given;
    }
  }

  private static Optional<String> faultOfValue(String owner, Field field, JsonNode given) {
    if (!field.values().isEmpty() && !field.values().contains(given.asText())) {
      return Optional.of("Bad Request: wrong " + field.name() + " specified");
    }
    long size =
        switch (field.unit()) {
          case "bytes" -> given.asText().getBytes(UTF_8).length;
          case "value" -> given.asLong();
          // Texts are measured after their entities are read, elsewhere.
          case "characters" ->
              MEASURED_LATER.contains(owner + "." + field.name())
                  ? field.most()
                  : given.asText().length();
          default -> field.most();
        };
    if (size < field.least() || size > field.most()) {
      return Optional.of(
          switch (field.name()) {
            case "callback_data" -> "Bad Request: BUTTON_DATA_INVALID";
            case "command" -> "Bad Request: BOT_COMMAND_INVALID";
            default -> "Bad Request: " + field.name() + " is too long or too short";
          });
    }
    return Optional.empty();
  }

  /** The body of a request with everything that came as text unwrapped. */
  static ObjectNode tree(String body) throws JsonProcessingException {
    JsonNode tree = JSON.readTree(body.isEmpty() ? "{}" : body);
    return tree.isObject() ? (ObjectNode) tree : JSON.createObjectNode();
  }
}
