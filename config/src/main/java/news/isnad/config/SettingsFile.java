package news.isnad.config;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a YAML file of settings says: entries with dotted keys, or why it says nothing. */
sealed interface SettingsFile {
  /** One key, known or not, with its value as text; a list is parted by commas. */
  record Entry(String key, String value) {}

  /** What stands there, in the order of the file. */
  record Entries(List<Entry> entries) implements SettingsFile {}

  /** Nothing can be read of it. */
  record Refused(String problem) implements SettingsFile {}

  /** Reads a file. */
  static SettingsFile read(Path file) {
    JsonNode root;
    try {
      root =
          YAMLMapper.builder()
              .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
              .build()
              .readTree(Files.readString(file, StandardCharsets.UTF_8));
    } catch (JsonProcessingException e) {
      return new Refused(file + " is not valid YAML" + place(e) + ": " + e.getOriginalMessage());
    } catch (IOException e) {
      return new Refused(file + " cannot be read. Check that it exists and is UTF-8 text.");
    }
    if (!root.isObject() && !root.isMissingNode() && !root.isNull()) {
      return new Refused(file + " does not hold settings. Write one \"key: value\" a line.");
    }
    List<Entry> entries = new ArrayList<>();
    read("", root, entries);
    return new Entries(entries);
  }

  private static String place(JsonProcessingException e) {
    return e.getLocation() == null ? "" : " at line " + e.getLocation().getLineNr();
  }

  private static void read(String prefix, JsonNode node, List<Entry> entries) {
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      String key = prefix.isEmpty() ? field.getKey() : prefix + "." + field.getKey();
      JsonNode value = field.getValue();
      if (value.isObject() && key.equals("fetch.hosts")) {
        entries.add(new Entry(key, hosts(value)));
      } else if (value.isObject()) {
        read(key, value, entries);
      } else if (!value.isNull() || !isSection(key)) {
        entries.add(new Entry(key, text(value)));
      }
    }
  }

  private static boolean isSection(String key) {
    return SettingsReader.DEFAULTS.keySet().stream().anyMatch(known -> known.startsWith(key + "."));
  }

  private static String hosts(JsonNode node) {
    List<String> items = new ArrayList<>();
    node.properties().forEach(host -> items.add(host.getKey() + "=" + host.getValue().asText()));
    return String.join(",", items);
  }

  private static String text(JsonNode node) {
    if (!node.isArray()) {
      return node.isNull() ? "" : node.asText();
    }
    List<String> items = new ArrayList<>();
    node.forEach(item -> items.add(item.asText()));
    return String.join(",", items);
  }
}
