import Values

/// Turns the chunks that one worker takes into batches: scan, index, parse by column, sort out.
final class BatchParser {
  let batch: RowBatch
  private let layout: FileLayout
  private let width: Int
  private let index = RecordIndex()
  private let log = IssueLog()
  private let scratch = ColumnBuffer()
  private var encoders: [KeyEncoder?]
  private var categories: [CategoryParser?]

  init(
    _ specs: [ColumnSpec], _ layout: FileLayout, _ dictionary: KeyDictionary,
    _ labels: [CategoryLabels?]
  ) {
    self.layout = layout
    width = max(1, layout.header.count)
    batch = RowBatch(specs, dictionary, labels)
    encoders = specs.map { if case .key = $0.kind { KeyEncoder(dictionary) } else { nil } }
    categories = labels.map { $0.map { CategoryParser($0) } }
  }

  /// Fills the batch from its chunk.
  func parse() {
    let chunk = batch.chunk
    index.build(chunk, delimiter: layout.dialect.delimiter.rawValue, width: width)
    var skipped = index.misshapen
    var rows = index.rowCount
    var first = 0
    if chunk.index == 0 {
      // The header is the first record.
      let headerLine = rows > 0 ? Int(index.rowLine.pointer[0]) : .max
      if let line = skipped.first?.line, line < headerLine {
        skipped.removeFirst()
      } else if rows > 0 {
        first = 1
        rows -= 1
      }
    }
    batch.index = chunk.index
    batch.rowsRead = rows + skipped.count
    batch.lineCount = index.lineCount
    batch.lines = index.rowLine.pointer + first
    batch.linesBefore = 0
    log.begin(rows: rows)
    if index.hasHigh { checkEncoding(rows, first) }
    for column in batch.specs.indices { parse(column, rows, first) }
    batch.rowCount = rows
    batch.rejects.removeAll(keepingCapacity: true)
    if !log.issues.isEmpty || !skipped.isEmpty { sortOut(rows, first, skipped) }
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
      if key.bits == 0, isRequired { log.note(row, column, .required) }
    }
    encoders[column] = encoder
  }

  private func run(_ source: Int, _ rows: Int, _ first: Int) -> FieldRun {
    FieldRun(
      base: batch.chunk.base, lo: index.lo + source, hi: index.hi + source,
      rowAt: index.rowAt.pointer + first, rows: rows)
  }

  /// Finds rows with bytes that are no UTF-8; the file as a whole mostly has none.
  private func checkEncoding(_ rows: Int, _ first: Int) {
    let chunk = batch.chunk
    guard UTF8Check.firstBad(chunk.base, chunk.start..<chunk.end) != nil else { return }
    for row in 0..<rows {
      let record = index.record(row + first, width: width)
      guard UTF8Check.firstBad(chunk.base, record) != nil else { continue }
      for source in 0..<width {
        let (start, count) = run(source, rows, first).field(row)
        if UTF8Check.firstBad(start, 0..<count) != nil {
          let known = batch.specs.firstIndex { $0.source == source }
          log.note(row, known ?? batch.specs.count + source, .encoding)
        }
      }
    }
  }

  /// Makes the rejects and moves the accepted rows together.
  private func sortOut(_ rows: Int, _ first: Int, _ skipped: [RecordIndex.Misshapen]) {
    var rejects = skipped.map(reject)
    let issues = log.issues.enumerated().sorted {
      ($0.element.row, $0.element.column, $0.offset)
        < ($1.element.row, $1.element.column, $1.offset)
    }.map(\.element)
    var next = 0
    while next < issues.count {
      let row = issues[next].row
      var problems: [Reject.Problem] = []
      while next < issues.count, issues[next].row == row {
        problems.append(problem(issues[next], rows, first))
        next += 1
      }
      rejects.append(
        Reject(
          line: Int(batch.lines[row]) + 1, problems: problems,
          raw: shown(index.record(row + first, width: width))))
    }
    batch.rejects = rejects.sorted { $0.line < $1.line }
    guard !issues.isEmpty else { return }
    for column in batch.specs.indices where batch.specs[column].isKept {
      batch.columns[column].compact(
        rows, ColumnBuffer.storage(of: batch.specs[column].kind), isBad: log.isBad)
    }
    ColumnBuffer.compact(batch.lines, rows, log.isBad)
    var accepted = 0
    for row in 0..<rows where !log.isBad[row] { accepted += 1 }
    batch.rowCount = accepted
  }

  private func reject(_ row: RecordIndex.Misshapen) -> Reject {
    var problems: [Reject.Problem] = []
    if row.fields != width {
      problems.append(
        .init(column: "", rule: .columns, found: "\(row.fields) fields, \(width) expected"))
    }
    if let source = row.looseQuoteAt {
      problems.append(
        .init(column: name(of: source), rule: .quote, found: "text after the closing quote"))
    }
    return Reject(line: row.line + 1, problems: problems, raw: shown(row.start..<row.end))
  }

  private func name(of source: Int) -> String {
    if let spec = batch.specs.first(where: { $0.source == source }) { return spec.name }
    return source < layout.header.count ? layout.header[source] : ""
  }

  private func problem(
    _ issue: IssueLog.Issue, _ rows: Int, _ first: Int
  ) -> Reject.Problem {
    let isKnown = issue.column < batch.specs.count
    let source =
      isKnown ? batch.specs[issue.column].source : issue.column - batch.specs.count
    var found = ""
    if let source, source < width {
      let (start, count) = run(source, rows, first).field(issue.row)
      found = UTF8Check.shown(start, 0..<count, isMarked: isMarked)
      if found.count > 60 { found = String(found.prefix(60)) + "…" }
    }
    let column = isKnown ? batch.specs[issue.column].name : source.map(name(of:)) ?? ""
    return Reject.Problem(column: column, rule: issue.rule, found: found)
  }

  private var isMarked: Bool { layout.dialect.encoding != .utf8 }

  private func shown(_ range: Range<Int>) -> String {
    UTF8Check.shown(batch.chunk.base, range, isMarked: isMarked)
  }
}
