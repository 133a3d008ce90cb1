import Tabular
import Values

/// A column whose form was found from its own values, and then read.
struct Decided {
  let answer: DecidedForm
  let table: LoadedTable

  /// What each value became: the value, or the rule that it broke.
  var outcomes: [String] {
    var outcomes: [Int: String] = [:]
    for (row, line) in table.lines.enumerated() {
      outcomes[line] = table.columns[0].isMissing(row) ? "-" : Self.text(table.columns[0], row)
    }
    for reject in table.rejects { outcomes[reject.line] = reject.rules }
    return outcomes.sorted { $0.key < $1.key }.map(\.value)
  }

  private static func text(_ values: ColumnValues, _ row: Int) -> String {
    if case .instant(let seconds) = values {
      let text = Day.iso(ofSecond: seconds[row], separator: " ")
      return text.hasSuffix(" 00:00:00") ? String(text.dropLast(9)) : text
    }
    return values.text(row)
  }
}

extension FormQuestion {
  /// Amounts of a currency, nil for that of each row.
  static func money(_ currency: Currency? = .cny, decimal: DecimalMark? = nil) -> FormQuestion {
    FormQuestion(
      ColumnSpec("v", .money(currency ?? .cny, range: nil), at: 0), header: "v",
      affixes: .money(currency), ownDecimals: (currency ?? .cny).decimals, decimal: decimal)
  }

  static func number(
    _ range: ClosedRange<Double>? = nil, percent: Int? = nil, units: [String]? = nil,
    decimal: DecimalMark? = nil
  ) -> FormQuestion {
    FormQuestion(
      ColumnSpec("v", .number(range: range), at: 0), header: "v",
      affixes: .measure(percent: percent, units: units), decimal: decimal)
  }

  static func integer(
    _ range: ClosedRange<Int64>? = nil, labels: LabelScale? = nil
  ) -> FormQuestion {
    FormQuestion(
      ColumnSpec("v", .integer(range: range), at: 0), header: "v",
      labels: labels.map { ($0, "scale") })
  }

  static func date(
    _ order: DateOrder? = nil, zone: ReportZone = .asWritten
  ) -> FormQuestion {
    FormQuestion(ColumnSpec("v", .instant(zone), at: 0), header: "v", dateOrder: order)
  }

  /// Decides on some values and reads them, and further ones, by what was decided.
  func decide(_ fields: [String], then more: [String] = []) throws -> Decided {
    func bytes(_ fields: [String]) -> [UInt8] {
      let rows = fields.map { field in
        "\"\(field.replacing("\"", with: "\"\""))\",x\n"
      }
      return Array(("v,end\n" + rows.joined()).utf8)
    }
    let layout = FileLayout(header: ["v", "end"], head: bytes(fields))
    let answer = self.answer(in: HeadRows(layout), file: "test.csv")
    var spec = spec
    spec.form = answer.form
    let table = try TableReader(
      ByteSource(bytes: bytes(fields + more), name: "test.csv"), layout, [spec], threads: 1
    ).readAll()
    return Decided(answer: answer, table: table)
  }
}
