package import Diagnostics
package import Tabular
import Values

/// An export file whose header was read and mapped to its contract; its rows are still to come.
package struct OpenedExport {
  package let contract: Contract
  package let file: ExportFile
  package let settings: ReadingSettings
  package let source: ByteSource
  package let layout: FileLayout
  /// Fields of the contract and members of its families that the file has, in contract order.
  package let columns: [MappedColumn]
  /// Header cells that no field takes.
  package let unusedColumns: [String]
  /// How each mapped column is written; all plain until it is found out.
  package private(set) var forms: [DecidedForm] = []

  /// A column of the file and what the contract says of it.
  package struct MappedColumn: Sendable {
    /// `amount`, `item_speed`.
    package let name: String
    package let header: String
    package let kind: Field.Kind
    package let isRequired: Bool
    package let position: Int
  }

  /// Opens a file, maps its header, and finds out how its columns are written.
  ///
  /// - Throws: a missing or empty file, an encoding or delimiter that cannot be told; all missing,
  ///   doubled and misnamed columns at once; all columns that two forms fit at once.
  package static func open(
    _ file: ExportFile, as contract: Contract, _ settings: ReadingSettings
  ) throws(Diagnostics) -> OpenedExport {
    let export = try mapped(file, as: contract, settings).decided()
    try Diagnostics(export.forms.compactMap(\.problem)).throwIfAny()
    return export
  }

  /// Opens a file and maps its header.
  static func mapped(
    _ file: ExportFile, as contract: Contract, _ settings: ReadingSettings
  ) throws(Diagnostics) -> OpenedExport {
    let source: ByteSource
    let layout: FileLayout
    let fields = contract.headerFields(preset: settings.preset)
    let families = contract.headerFamilies
    let chosen = Dictionary(settings.columns.map { ($0.key, $0.value) }) { first, _ in first }
    do throws(Diagnostic) {
      source = try ByteSource.open(file.path)
      layout = try Sniffer.layout(
        of: source, encoding: settings.encoding?.dialect, delimiter: settings.delimiter?.dialect
      ) { header in
        HeaderMap.fits(fields: fields, families: families, header: header, chosen: chosen)
      }
    } catch {
      throw Diagnostics([error])
    }
    let map: HeaderMap
    do throws(Diagnostics) {
      map = try HeaderMap(
        fields: fields, families: families, header: layout.header, chosen: chosen, file: file.name,
        line: layout.headerLine)
    } catch {
      guard layout.dialect.basis == .characters else { throw error }
      var problems = error
      problems.add(unsure(layout, file))
      throw problems
    }
    var columns: [MappedColumn] = []
    for field in contract.fields {
      guard let position = map.column(of: field.name) else { continue }
      columns.append(
        MappedColumn(
          name: field.name, header: layout.header[position], kind: field.kind,
          // Where a file says which row it is, every row must say it.
          isRequired: field.isRequired || field.name == contract.key.first, position: position))
    }
    for family in contract.families {
      for member in map.families["\(family.name)_*"] ?? [] {
        columns.append(
          MappedColumn(
            name: member.name, header: layout.header[member.column],
            kind: family.kind, isRequired: false, position: member.column))
      }
    }
    return OpenedExport(
      contract: contract, file: file, settings: settings, source: source, layout: layout,
      columns: columns, unusedColumns: map.unused.map { layout.header[$0] })
  }

  /// What is added where a header fits nothing, and its encoding was judged by characters alone.
  private static func unsure(_ layout: FileLayout, _ file: ExportFile) -> Diagnostic {
    let taken = layout.dialect.encoding.rawValue
    let others = TextEncoding.allCases.filter { $0.dialect != layout.dialect.encoding }
      .map(\.rawValue)
    return Diagnostic(
      .data, "unsure-encoding", "the header was read as \(taken) for its characters alone",
      at: .init(file.name, line: layout.headerLine),
      help: "if it reads wrong, say encoding: in the pipeline file or --encoding, with one of "
        + others.joined(separator: ", "))
  }

  /// The columns that say which row it is; empty where every row counts.
  var keyColumns: [String] {
    contract.keyColumns(in: Set(columns.map(\.name)), grain: settings.grain)
  }

  /// Where a record has the id of the customer; nil in files without one.
  var customerPlace: CustomerPlace? {
    columns.first { $0.name == Contract.customerColumn }.map {
      CustomerPlace(field: $0.position, delimiter: layout.dialect.delimiter)
    }
  }

  /// What encoding and delimiter were taken, and why; how columns are written that are not plain.
  package var reasons: [String] { layout.reasons + formNotes }

  /// Decimals that amounts are read with: those of the base currency, and at least two where rows
  /// have currencies of their own.
  package var moneyScale: Int {
    let base = settings.currency.decimals
    return columns.contains { $0.kind == .currency } ? max(base, 2) : base
  }

  /// What to do with each mapped column while reading.
  ///
  /// - Parameter kept: names of the columns whose values are wanted; the others are checked only.
  package func specs(keeping kept: (String) -> Bool) -> [ColumnSpec] {
    let moneyScale = moneyScale
    return columns.enumerated().map { index, column in
      let decided = forms.isEmpty ? nil : forms[index]
      return ColumnSpec(
        column.name,
        // A column that two forms fit is looked at, but not read.
        decided?.problem == nil ? column.kind.columnKind(settings, moneyScale: moneyScale) : .text,
        at: column.position, isRequired: column.isRequired, isKept: kept(column.name),
        form: decided?.form ?? .plain)
    }
  }

  /// The same export with the form of every column, from the head of the file.
  func decided() -> OpenedExport {
    let rows = HeadRows(layout)
    var export = self
    export.forms = zip(columns, specs { _ in true }).map { column, spec in
      question(column, spec).answer(in: rows, file: file.name)
    }
    return export
  }

  private func question(_ column: MappedColumn, _ spec: ColumnSpec) -> FormQuestion {
    var question = FormQuestion(
      spec, header: column.header, decimal: settings.decimal.value(column.name, in: contract)?.mark,
      dateOrder: settings.dateOrder.value(column.name, in: contract)?.order)
    switch column.kind {
    case .money:
      let hasOwn = columns.contains { $0.kind == .currency }
      question.affixes = .money(hasOwn ? nil : settings.currency)
      question.ownDecimals = settings.currency.decimals
    case .number(let range):
      let isHours = contract.field(column.name)?.unit == "hours"
      question.affixes = .measure(
        percent: range.upperBound == 100 ? 0 : range.upperBound == 1 ? 2 : nil,
        units: isHours ? ["h", "hr", "hrs", "hour", "hours", "小时", "小時"] : nil)
    case .integer(let range):
      question.labels = settings.labels(of: column.name, range, in: contract)
    default: break
    }
    return question
  }

  /// What is to be said of columns that are not written plainly, a sentence each.
  package var formNotes: [String] {
    zip(columns, forms).flatMap { column, form in
      [form.statement, form.hint].compactMap { $0.map { "\(column.name): \($0)" } }
    }
  }
}

extension Field.Kind {
  /// A hundred thousand million at two decimals: sums of a million such amounts still fit 64 bits.
  static let mostMinorUnits: Int64 = 10_000_000_000_000

  /// How the reader parses a column of this kind.
  func columnKind(_ settings: ReadingSettings, moneyScale: Int) -> ColumnSpec.Kind {
    let zone = settings.zoneOffset.map { ReportZone.fixed(offsetSeconds: $0) } ?? .asWritten
    return switch self {
    case .key: .key
    case .text: .text
    case .category, .currency: .category(levels: nil)
    case .integer(let range): .integer(range: range)
    case .number(let range): .number(range: range)
    case .money: .decimal(scale: moneyScale, range: -Self.mostMinorUnits...Self.mostMinorUnits)
    case .day: .day(zone)
    case .instant: .instant(zone)
    case .level(let levels): .category(levels: levels)
    }
  }
}

extension Contract {
  func headerFields(preset name: String?) -> [HeaderMap.Field] {
    let preset = presets.first { $0.name == name }
    return fields.map { field in
      let own = preset?.headers.first { $0.field == field.name }?.headers ?? []
      return HeaderMap.Field(field.name, aliases: own + field.aliases, isRequired: field.isRequired)
    }
  }

  var headerFamilies: [HeaderMap.Family] {
    families.map { family in
      HeaderMap.Family(
        "\(family.name)_*",
        aliases: family.prefixes.map { $0.text + ($0.digitsOnly ? "#" : "*") })
    }
  }
}
