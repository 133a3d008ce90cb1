extension BatchParser {
  /// Finds rows with bytes that are no text; the file as a whole mostly has none.
  func checkEncoding(_ rows: Int, _ first: Int) {
    let chunk = batch.chunk
    guard UTF8Check.isUnfit(chunk.base, chunk.start..<chunk.end) else { return }
    for row in 0..<rows {
      let record = index.record(row + first, width: width)
      guard UTF8Check.isUnfit(chunk.base, record) else { continue }
      for source in 0..<width {
        let (start, count) = run(source, rows, first).field(row)
        if UTF8Check.isUnfit(start, 0..<count) {
          log.note(row, specIndex(of: source), .encoding)
        }
      }
    }
  }

  /// The rows that are a stray quote and the rows that it swallowed, with their lines.
  func swallowedBlocks(_ first: Int) -> [Int: [Range<Int>]] {
    var blocks: [Int: [Range<Int>]] = [:]
    for record in index.multiline where record >= first {
      let row = record - first
      let lines = swallowed.lines(
        batch.chunk.base, index.record(record, width: width), isMisshapen: log.isBad[row])
      guard let lines else { continue }
      blocks[row] = lines
      let rows = index.rowCount - first
      let source =
        (0..<width).first { source in
          let (start, count) = run(source, rows, first).field(row)
          return (0..<count).contains { start[$0] == 10 || start[$0] == 13 }
        } ?? 0
      log.note(row, specIndex(of: source), .quote)
    }
    return blocks
  }

  /// Notes the last row of the file where it is a total line, whatever else is wrong with it.
  func noteTotal(_ rows: Int, _ first: Int, _ misshapen: inout [RecordIndex.Misshapen]) {
    let lastRow = rows > 0 ? index.record(first + rows - 1, width: width).lowerBound : -1
    if let last = misshapen.indices.last, misshapen[last].start > lastRow {
      let bytes = UnsafeBufferPointer(
        start: batch.chunk.base + misshapen[last].start,
        count: misshapen[last].end - misshapen[last].start)
      let record = RecordSketch.records(
        Array(bytes)[...], delimiter: layout.dialect.delimiter.rawValue, limit: 1)
      guard let cells = record.first?.texts.map(Self.trimmed) else { return }
      misshapen[last].totalAt = TotalLine.label(cells)
    } else if rows > 0 {
      let row = rows - 1
      let cells = (0..<width).map { source -> String in
        let (start, count) = run(source, rows, first).field(row)
        let bytes = UnsafeBufferPointer(start: start, count: count)
        return Self.trimmed(String(decoding: bytes, as: UTF8.self))
      }
      guard let place = TotalLine.label(cells) else { return }
      if log.isBad[row] || TotalLine.isSum(cells, label: place) {
        log.note(row, specIndex(of: place), .total)
      }
    }
  }

  /// Makes the rejects and moves the accepted rows together.
  func sortOut(
    _ rows: Int, _ first: Int, _ misshapen: [RecordIndex.Misshapen],
    _ blocks: [Int: [Range<Int>]]
  ) {
    var rejects = misshapen.flatMap(self.rejects)
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
      let line = Int(batch.lines[row]) + 1
      if let lines = blocks[row] {
        let column = problems.first { $0.rule == .quote }?.column ?? ""
        rejects += swallowedRejects(lines, line, column)
        continue
      }
      // A total line misses what rows have: that is no news.
      if let total = problems.first(where: { $0.rule == .total }) { problems = [total] }
      rejects.append(
        Reject(
          line: line, problems: problems, raw: shown(index.record(row + first, width: width))))
    }
    batch.rejects = rejects.sorted { $0.line < $1.line }
    // A swallowed row is a row that was read, too.
    batch.rowsRead += rejects.count - misshapen.count - (Set(issues.map(\.row)).count)
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

  private func rejects(_ row: RecordIndex.Misshapen) -> [Reject] {
    let record = row.start..<row.end
    if let place = row.totalAt {
      let cell = Self.trimmed(
        RecordSketch.records(
          Array(UnsafeBufferPointer(start: batch.chunk.base + row.start, count: record.count))[...],
          delimiter: layout.dialect.delimiter.rawValue, limit: 1
        ).first?.texts[place] ?? "")
      return [
        Reject(
          line: row.line + 1,
          problems: [.init(column: "", rule: .total, found: cell)], raw: shown(record))
      ]
    }
    if row.innerLines > 0,
      let lines = swallowed.lines(batch.chunk.base, record, isMisshapen: true)
    {
      return swallowedRejects(lines, row.line + 1, row.looseQuoteAt.map(name(of:)) ?? "")
    }
    var problems: [Reject.Problem] = []
    if row.fields != width {
      problems.append(
        .init(column: "", rule: .columns, found: "\(row.fields) fields, \(width) expected"))
    }
    if let source = row.looseQuoteAt {
      problems.append(
        .init(column: name(of: source), rule: .quote, found: "text after the closing quote"))
    }
    return [Reject(line: row.line + 1, problems: problems, raw: shown(record))]
  }

  /// One reject a line: the one on which the quote was opened, and those that it swallowed.
  private func swallowedRejects(
    _ lines: [Range<Int>], _ line: Int, _ column: String
  ) -> [Reject] {
    lines.enumerated().compactMap { place, bytes in
      // A blank line is no row here either.
      if bytes.isEmpty { return nil }
      let problem =
        place == 0
        ? Reject.Problem(
          column: column, rule: .quote,
          found: "a quote is opened here and swallows the next \(lines.count - 1) lines")
        : Reject.Problem(column: "", rule: .quote, found: "swallowed by a quote opened above")
      return Reject(line: line + place, problems: [problem], raw: shown(bytes))
    }
  }

  /// The index of a column of the file among the specifications, or one behind them.
  private func specIndex(of source: Int) -> Int {
    batch.specs.firstIndex { $0.source == source } ?? batch.specs.count + source
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
    // A total line is meant as a whole.
    if issue.rule == .total { return Reject.Problem(column: "", rule: .total, found: found) }
    let column = isKnown ? batch.specs[issue.column].name : source.map(name(of:)) ?? ""
    return Reject.Problem(column: column, rule: issue.rule, found: found)
  }

  /// Without spaces at its ends, those of full width too.
  private static func trimmed(_ text: String) -> String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars.drop(while: isSpace)
    guard let last = scalars.lastIndex(where: { !isSpace($0) }) else { return "" }
    return String(scalars[...last])
  }

  private var isMarked: Bool { layout.dialect.encoding != .utf8 }

  private func shown(_ range: Range<Int>) -> String {
    UTF8Check.shown(batch.chunk.base, range, isMarked: isMarked)
  }
}
