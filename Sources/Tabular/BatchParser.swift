import Values

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Turns the chunks that one worker takes into batches: scan, index, parse by column, sort out.
final class BatchParser {
  let batch: RowBatch
  let layout: FileLayout
  let width: Int
  let index = RecordIndex()
  let log = IssueLog()
  let swallowed: SwallowedRows
  private let scratch = ColumnBuffer()
  private var encoders: [KeyEncoder?]
  private var categories: [CategoryParser?]

  init(
    _ specs: [ColumnSpec], _ layout: FileLayout, _ dictionary: KeyDictionary,
    _ labels: [CategoryLabels?]
  ) {
    self.layout = layout
    width = max(1, layout.header.count)
    batch = RowBatch(specs, layout.dialect, dictionary, labels)
    swallowed = SwallowedRows(
      specs, width: width, delimiter: layout.dialect.delimiter.rawValue
    ) { BatchParser($0, layout, dictionary, $0.map { _ in nil }) }
    encoders = specs.map { if case .key = $0.kind { KeyEncoder(dictionary) } else { nil } }
    categories = labels.map { $0.map { CategoryParser($0) } }
  }

  /// Fills the batch from its chunk.
  func parse() {
    let chunk = batch.chunk
    index.build(chunk, delimiter: layout.dialect.delimiter.rawValue, width: width)
    var misshapen = index.misshapen
    var first = 0
    if chunk.index == 0 {
      // The header and what stands above it are no rows.
      while first < index.rowCount, Int(index.rowLine.pointer[first]) < layout.headerLine {
        first += 1
      }
      misshapen.removeAll { $0.line < layout.headerLine }
    }
    let rows = index.rowCount - first
    batch.index = chunk.index
    batch.rowsRead = rows + misshapen.count
    batch.lineCount = index.lineCount
    batch.lines = index.rowLine.pointer + first
    batch.linesBefore = 0
    log.begin(rows: rows)
    if index.hasHigh || memchr(chunk.base + chunk.start, 0, chunk.count) != nil {
      checkEncoding(rows, first)
    }
    for column in batch.specs.indices { parse(column, rows, first) }
    batch.rowCount = rows
    batch.rejects.removeAll(keepingCapacity: true)
    let blocks = swallowedBlocks(first)
    if chunk.isLast { noteTotal(rows, first, &misshapen) }
    if !log.issues.isEmpty || !misshapen.isEmpty { sortOut(rows, first, misshapen, blocks) }
  }

  private func parse(_ column: Int, _ rows: Int, _ first: Int) {
    let spec = batch.specs[column]
    let buffer = spec.isKept ? batch.columns[column] : scratch
    buffer.reserve(rows, ColumnBuffer.storage(of: spec.kind))
    batch.rounded[column] = 0
    guard let source = spec.source, source < width else {
      buffer.fillMissing(rows, kind: spec.kind)
      if spec.isRequired { for row in 0..<rows { log.note(row, column, .required) } }
      return
    }
    let fields = run(source, rows, first)
    if spec.form != .plain {
      let formed = FormedColumn(
        fields: fields, isRequired: spec.isRequired, column: column, log: log)
      batch.rounded[column] = formed.parse(spec, into: buffer)
      return
    }
    switch spec.kind {
    case .text:
      TextParser.parse(
        fields, into: buffer.spans.pointer, isRequired: spec.isRequired, column: column, log: log)
    case .key:
      parseKeys(fields, column, spec.isRequired, into: buffer.keys.pointer)
    case .category:
      categories[column]?.parse(
        fields, into: buffer.ints.pointer, isRequired: spec.isRequired, column: column, log: log)
    case .integer(let range):
      IntegerParser.parse(
        fields, into: buffer.longs.pointer, range: range, isRequired: spec.isRequired,
        column: column, log: log)
    case .number(let range):
      NumberParser.parse(
        fields, into: buffer.doubles.pointer, range: range, isRequired: spec.isRequired,
        column: column, log: log)
    case .money(let currency, let range):
      batch.rounded[column] = DecimalParser.parse(
        fields, into: buffer.longs.pointer, scale: currency.decimals, range: range,
        isRequired: spec.isRequired, column: column, log: log)
    case .decimal(let scale, let range):
      batch.rounded[column] = DecimalParser.parse(
        fields, into: buffer.longs.pointer, scale: scale, range: range,
        isRequired: spec.isRequired, column: column, log: log)
    case .day(let zone):
      InstantParser.parseDays(
        fields, into: buffer.ints.pointer, zone: zone, isRequired: spec.isRequired,
        column: column, log: log)
    case .instant(let zone):
      InstantParser.parse(
        fields, into: buffer.longs.pointer, zone: zone, isRequired: spec.isRequired,
        column: column, log: log)
    }
  }

  private func parseKeys(
    _ fields: FieldRun, _ column: Int, _ isRequired: Bool,
    into out: UnsafeMutablePointer<PackedKey>
  ) {
    // A local copy: the loop keeps the shape of the last id in registers.
    guard var encoder = encoders[column] else { return }
    for row in 0..<fields.rows {
      let (start, count) = fields.field(row)
      let key = count == 0 ? .missing : encoder.key(start, count)
      out[row] = key
      if key.bits == 0, isRequired || count > 0 {
        noteNoKey(start, count, row, column, isRequired)
      }
    }
    encoders[column] = encoder
  }

  @inline(never)
  private func noteNoKey(
    _ field: UnsafePointer<UInt8>, _ size: Int, _ row: Int, _ column: Int, _ isRequired: Bool
  ) {
    if KeyBlanks.trimmed(field, size).count > 0 {
      log.note(row, column, .scientific)
    } else if isRequired {
      log.note(row, column, .required)
    }
  }

  func run(_ source: Int, _ rows: Int, _ first: Int) -> FieldRun {
    FieldRun(
      base: batch.chunk.base, lo: index.lo + source, hi: index.hi + source,
      rowAt: index.rowAt.pointer + first, rows: rows)
  }
}
