package dev.whyvoy.report;

import dev.whyvoy.core.knowledge.Diagnosis;
import java.util.List;
import java.util.Locale;

/**
 * A page of the reference that leads to others.
 *
 * @param stem the file's name without its ending
 */
record ReferenceIndex(String stem, String title, String intro, List<Group> groups) {

  /**
   * Rows under a heading.
   *
   * @param meaning may be empty
   */
  record Group(String name, String meaning, List<Row> rows) {
    /** For links to the group: letters, digits and hyphens. */
    String id() {
      return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }
  }

  /**
   * A text, and where it leads.
   *
   * @param text as Envoy writes it; empty if the links say it all
   * @param note for people; may be empty
   */
  record Row(String text, String note, List<Diagnosis> links) {}
}
