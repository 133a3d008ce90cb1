package import Values

/// What one stage run by hand says, as JSON of one shape for every stage.
///
/// Shares are 0…1, money is in major units with the ISO code as unit, days are ISO dates, and what
/// is undefined is null, at a measure with its reason.
package struct StageJSON: Sendable {
  package var stage: String
  package var step: String
  package var asOf: Day
  package var settings: [(String, JSONValue)]
  package var measures: [Measure]
  package var tables: [DataTable]
  package var findings: [Finding]
  package var warnings: [String]

  package init(
    stage: String, step: String, asOf: Day, settings: [(String, JSONValue)], measures: [Measure],
    tables: [DataTable], findings: [Finding], warnings: [String]
  ) {
    self.stage = stage
    self.step = step
    self.asOf = asOf
    self.settings = settings
    self.measures = measures
    self.tables = tables
    self.findings = findings
    self.warnings = warnings
  }

  /// The whole JSON; for outputs that fit in memory.
  package func encoded() -> [UInt8] {
    var all: [UInt8] = []
    write { all.append(contentsOf: $0) }
    return all
  }

  /// Hands the JSON over in blocks of about a megabyte.
  package func write<Failure: Error>(
    to take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    var json = JSONBytes()
    json.append(raw: "{")
    member("stage", .string(stage), &json, first: true)
    member("step", .string(step), &json)
    member("as_of", .string(asOf.iso), &json)
    member("settings", .object(settings.map { JSONValue.Member($0.0, $0.1) }), &json)
    member("measures", .array(measures.map(\.json)), &json)
    key("tables", &json)
    json.append(raw: "{")
    for (index, table) in tables.enumerated() {
      if index > 0 { json.append(raw: ",") }
      try write(table, &json, to: take)
    }
    if !tables.isEmpty { json.newLine(1) }
    json.append(raw: "}")
    member("findings", .array(findings.map(\.json)), &json)
    member("warnings", .array(warnings.map { .string($0) }), &json)
    json.append(raw: "\n}\n")
    try take(json.bytes)
  }

  private func key(_ key: String, _ json: inout JSONBytes) {
    json.append(raw: ",")
    json.newLine(1)
    json.append(key: key)
  }

  private func member(
    _ key: String, _ value: JSONValue, _ json: inout JSONBytes, first: Bool = false
  ) {
    if first {
      json.newLine(1)
      json.append(key: key)
    } else {
      self.key(key, &json)
    }
    json.append(value, level: 1)
  }

  /// One row a line.
  private func write<Failure: Error>(
    _ table: DataTable, _ json: inout JSONBytes, to take: ([UInt8]) throws(Failure) -> Void
  ) throws(Failure) {
    json.newLine(2)
    json.append(key: table.name)
    json.append(raw: "{")
    json.newLine(3)
    json.append(key: "columns")
    json.append(
      .array(
        table.heads.map {
          .object(["id": .string($0.id), "unit": .string($0.unit.description)])
        }), level: nil)
    json.append(raw: ",")
    json.newLine(3)
    json.append(key: "rows")
    json.append(raw: "[")
    for row in 0..<table.rowCount {
      if row > 0 { json.append(raw: ",") }
      json.newLine(4)
      json.append(raw: "[")
      for (index, column) in table.columns.enumerated() {
        if index > 0 { json.append(raw: ", ") }
        json.append(column, row)
      }
      json.append(raw: "]")
      if json.bytes.count > 1 << 20 {
        try take(json.bytes)
        json.removeAll()
      }
    }
    if table.rowCount > 0 { json.newLine(3) }
    json.append(raw: "]")
    json.newLine(2)
    json.append(raw: "}")
  }
}

extension JSONBytes {
  /// One cell of a typed column.
  mutating func append(_ column: ColumnValues, _ row: Int) {
    guard !column.isMissing(row) else { return append(raw: "null") }
    switch column {
    case .text(let texts):
      append(string: texts.bytes[texts.offsets[row]..<texts.offsets[row + 1]])
    case .category(let codes, let labels): append(string: labels[Int(codes[row])])
    case .integer(let values): append(integer: values[row])
    case .number(let values): append(number: values[row])
    case .money(let values, let currency): append(minorUnits: values[row], currency)
    case .day(let values): append(string: Day(number: values[row]).iso)
    case .instant(let values): append(string: Day.iso(ofSecond: values[row]))
    }
  }

  /// An amount in major units with the exact decimals of its currency.
  private mutating func append(minorUnits: Int64, _ currency: Currency) {
    let scale = UInt64(currency.minorPerMajor)
    if minorUnits < 0 { append(byte: UInt8(ascii: "-")) }
    append(integer: Int64(minorUnits.magnitude / scale))
    var rest = minorUnits.magnitude % scale
    guard rest > 0 else { return }
    append(byte: UInt8(ascii: "."))
    var place = scale / 10
    while rest > 0 {
      append(byte: 48 + UInt8(rest / place))
      rest %= place
      place /= 10
    }
  }
}

extension Measure {
  /// `id`, `value`, `unit`, and where they exist `low`, `high`, `n`, `previous`, `target`, `reason`.
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(id)), .init("value", value.map { .number($0) } ?? .null),
      .init("unit", .string(unit.description)),
    ]
    if let low { members.append(.init("low", .number(low))) }
    if let high { members.append(.init("high", .number(high))) }
    if let n { members.append(.init("n", .integer(Int64(n)))) }
    if let previous { members.append(.init("previous", .number(previous))) }
    if let target { members.append(.init("target", .number(target))) }
    if let reason { members.append(.init("reason", .string(reason))) }
    return .object(members)
  }
}

extension Finding {
  var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("id", .string(id)), .init("severity", .string(severity.name)),
      .init("sentence", .string(sentence)), .init("page", .string(page)),
    ]
    if let action { members.append(.init("action", .string(action))) }
    if let owner { members.append(.init("owner", .string(owner))) }
    return .object(members)
  }
}

extension Finding.Severity {
  /// The name in JSON.
  package var name: String {
    switch self {
    case .note: "note"
    case .good: "good"
    case .warning: "warning"
    case .alarm: "alarm"
    }
  }
}
