import Foundation
import Testing

/// The list of all measures of a pack, and what one stage run by hand says as JSON.
extension PackAudit {
  /// A measure as a list or JSON has it, each figure as the text that stands there.
  struct Measure {
    let id: String
    let n: Int?
    /// Value and interval.
    let figures: [String]
    let reason: String
  }

  /// The measures of the step in the list of the pack.
  var measures: [Measure] {
    csvRows(String(decoding: files["measures.csv"] ?? Data(), as: UTF8.self))
      .filter { $0["step"] == step }
      .map { row in
        Measure(
          id: row["measure"] ?? "", n: Int(row["n"] ?? ""),
          figures: ["value", "low", "high"].compactMap { row[$0] }.filter { !$0.isEmpty },
          reason: row["reason"] ?? "")
      }
  }

  /// The question that a measure is of: `csat_top2` of `csat`, `mean.item_price` of `item_price`.
  private func item(of measure: String) -> String? {
    let name = measure.split(separator: ".").last.map(String.init) ?? ""
    return Set(groups.map(\.group.item)).filter { name == $0 || name.hasPrefix("\($0)_") }
      .max { $0.count < $1.count }
  }

  /// Measures that tell of too few people, of a question that is hidden, or of other people than the
  /// lists do, so that the difference would be of few.
  func told(by measures: [Measure], minCell: Int) -> [String] {
    var found: [String] = []
    let answered = measures.first { $0.id == "responses" }?.n
    for measure in measures {
      if let n = measure.n, n > 0, n < minCell { found.append("\(measure.id): n \(n)") }
      guard let item = item(of: measure.id) else { continue }
      let total = Group(item: item, dimension: "total", name: "")
      if let counts = self[total] {
        if let n = measure.n, n != counts.reduce(0, +) {
          found.append("\(measure.id): n \(n), in the list \(counts.reduce(0, +))")
        }
      } else {
        found += (measure.figures + (measure.n.map { ["\($0)"] } ?? []))
          .map { "\(measure.id): \($0)" }
        if measure.reason.isEmpty { found.append("\(measure.id): no reason") }
        if let answered, answered - 1 < minCell {
          found.append("\(measure.id): at most \(answered) answered")
        }
      }
    }
    return found
  }

  /// What the JSON of a stage tells, laid out as the lists of a pack, so that all is looked at alike.
  init(json: Data, step: String = "satisfaction") throws {
    let said = try JSONDecoder().decode(SaidStage.self, from: json)
    var files: [String: Data] = [:]
    func csv(_ rows: [[String]]) -> Data {
      Data(
        rows.map { row in
          row.map { "\"\($0.replacing("\"", with: "\"\""))\"" }.joined(separator: ",") + "\n"
        }.joined().utf8)
    }
    for (name, table) in said.tables {
      files["lists/\(step)-\(name).csv"] = csv(
        [table.columns.map(\.id)] + table.rows.map { $0.map(\.text) })
    }
    files["measures.csv"] = csv(
      [["step", "measure", "value", "low", "high", "n", "reason"]]
        + said.measures.map { measure in
          [
            step, measure.id, measure.value?.text ?? "", measure.low?.text ?? "",
            measure.high?.text ?? "", measure.n?.text ?? "", measure.reason ?? "",
          ]
        })
    // Sentences stand as those of a report do.
    let sentences = said.findings.flatMap { [$0.sentence, $0.action ?? ""] } + said.warnings
    files["said.md"] = Data(sentences.map { $0 + "\n" }.joined().utf8)
    self.init(files, step: step)
  }

  private struct SaidStage: Decodable {
    struct Table: Decodable {
      struct Column: Decodable { let id: String }
      let columns: [Column]
      let rows: [[Cell]]
    }
    struct Measure: Decodable {
      let id: String
      let value, low, high, n: Cell?
      let reason: String?
    }
    struct Finding: Decodable {
      let sentence: String
      let action: String?
    }
    let measures: [Measure]
    let tables: [String: Table]
    let findings: [Finding]
    let warnings: [String]
  }

  /// A text, a number or nothing, as text.
  private struct Cell: Decodable {
    let text: String

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        text = ""
      } else if let whole = try? container.decode(Int.self) {
        text = String(whole)
      } else if let number = try? container.decode(Double.self) {
        text = String(number)
      } else {
        text = try container.decode(String.self)
      }
    }
  }
}
