package import Diagnostics

/// Finds out how a CSV file is written, from its first mebibyte.
package struct Sniffer {
  /// Bytes that are looked at.
  static let headBytes = 1 << 20
  /// Encodings that say nothing of themselves: they are taken for the header, or the characters.
  static let legacy: [Dialect.Encoding] = [.gb18030, .big5, .shiftJIS, .windows1252]

  private let file: String
  private let head: ArraySlice<UInt8>
  /// The head is the whole file.
  private let isWhole: Bool
  private let delimiter: Dialect.Delimiter?
  private let accepts: ([String]) -> Bool

  /// An encoding with the reason for it.
  private struct Choice {
    let reading: EncodingReading
    let basis: Dialect.Basis
    let reason: String
  }

  /// The layout of a source, whose bytes are all still to be read afterwards.
  ///
  /// The encoding is what was chosen; else what an order mark says; else UTF-16 for many zero bytes;
  /// else UTF-8 where all bytes fit, or most beyond ASCII do; else, of GB18030, Big5, Shift-JIS and
  /// Windows-1252, the one under which the header is accepted; and where that holds for several, or
  /// for none, the only one whose characters are in common use.
  ///
  /// - Parameters:
  ///   - encoding: what the user says it is; nil to find out.
  ///   - delimiter: likewise.
  ///   - accepts: whether a header maps onto what the caller expects. It is looked for in the first
  ///     records; what stands above it is a title.
  package static func layout(
    of source: ByteSource, encoding: Dialect.Encoding? = nil, delimiter: Dialect.Delimiter? = nil,
    accepts: @escaping ([String]) -> Bool = { _ in true }
  ) throws(Diagnostic) -> FileLayout {
    let head = try source.head(headBytes)
    try FileKind.refuseKnown(head, source.name)
    let sniffer = Sniffer(
      file: source.name, head: head, isWhole: head.count < headBytes, delimiter: delimiter,
      accepts: accepts)
    let choice: Choice
    if let encoding {
      choice = try sniffer.asChosen(encoding)
    } else {
      choice = try sniffer.found()
    }
    return try sniffer.layout(choice, isGzip: source.isGzip)
  }

  private func layout(_ choice: Choice, isGzip: Bool) throws(Diagnostic) -> FileLayout {
    let reading = choice.reading
    guard let search = reading.search else {
      throw Diagnostic(
        .data, "empty-file", "the file has no header line", at: .init(file),
        help: "export it again, with column names in the first line")
    }
    let header = search.header
    if let line = header.openQuoteLine {
      throw Diagnostic(
        .data, "open-quote", "a quote is opened here, in the header, and never closed",
        at: .init(file, line: line),
        help: "close the quote, or double it where it belongs to the text")
    }
    var reasons = ["\(reading.encoding.rawValue): \(choice.reason)", search.reason]
    if let end = header.lineEnd { reasons.append("line ends: \(end.rawValue) after the header") }
    if !search.titles.isEmpty { reasons.append(told(search.titles, above: header)) }
    if isGzip { reasons.append("packed with gzip") }
    return FileLayout(
      dialect: Dialect(
        encoding: reading.encoding, basis: choice.basis, markBytes: reading.markBytes,
        delimiter: search.delimiter, lineEnd: header.lineEnd ?? .lf),
      header: header.texts, headerLine: header.line, reasons: reasons,
      head: reading.records(from: header, isWhole: isWhole))
  }

  private func told(
    _ titles: [RecordSketch.Record], above header: RecordSketch.Record
  ) -> String {
    let texts = titles.prefix(3).map { record in
      let text = record.texts.filter { !$0.isEmpty }.joined(separator: " ")
      return "'\(text.count > 40 ? text.prefix(40) + "…" : text)'"
    }
    let rest = titles.count > 3 ? ", …" : ""
    let count = titles.count == 1 ? "1 title line is" : "\(titles.count) title lines are"
    return "\(count) passed over above the header in line \(header.line): "
      + texts.joined(separator: ", ") + rest
  }

  private func reading(_ encoding: Dialect.Encoding) throws(Diagnostic) -> EncodingReading {
    try EncodingReading(
      head, as: encoding, isWhole: isWhole, delimiter: delimiter, file: file, accepts: accepts)
  }

  /// What the user says, unless the header fits the contract in another encoding only.
  private func asChosen(_ chosen: Dialect.Encoding) throws(Diagnostic) -> Choice {
    let own = try reading(chosen)
    if !own.isAccepted {
      for other in Dialect.Encoding.allCases where other != chosen {
        let reading = try reading(other)
        guard reading.isAccepted else { continue }
        throw Diagnostic(
          .data, "wrong-encoding",
          "the header fits the contract in \(other.rawValue), but not in \(chosen.rawValue), which "
            + "was chosen",
          at: .init(file, line: own.search?.header.line ?? 1),
          help: "leave the encoding out, or say encoding: \(other.rawValue) in the pipeline file "
            + "or --encoding \(other.rawValue)")
      }
    }
    return Choice(reading: own, basis: .chosen, reason: "as chosen")
  }

  private func found() throws(Diagnostic) -> Choice {
    for encoding in Dialect.Encoding.allCases
    where !encoding.orderMark.isEmpty && head.starts(with: encoding.orderMark) {
      return Choice(
        reading: try reading(encoding), basis: .orderMark,
        reason: "the file begins with its order mark")
    }
    if let wide = try wide() { return wide }
    try FileKind.refuseBinary(head, file)
    let evidence = UTF8Evidence(head, isWhole: isWhole)
    if evidence.bad == 0 {
      return Choice(
        reading: try reading(.utf8), basis: evidence.good == 0 ? .ascii : .validBytes,
        reason: evidence.good == 0 ? "plain ASCII" : "all bytes are valid")
    }
    if evidence.bad <= evidence.good {
      return Choice(
        reading: try reading(.utf8), basis: .mostBytes,
        reason: "but not all bytes are valid (first at line \(evidence.firstBadLine)): such rows "
          + "are rejected")
    }
    return try old(evidence)
  }

  /// UTF-16 without an order mark: ASCII characters have a zero byte each, all on one side.
  ///
  /// Taken where nine of ten zero bytes are on one side, at most one unit in a hundred is half a
  /// pair, and zero bytes are one in fifty with a header that is accepted, or one in eight.
  private func wide() throws(Diagnostic) -> Choice? {
    var zeros = (even: 0, odd: 0)
    for (place, byte) in head.enumerated() where byte == 0 {
      if place.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    let all = zeros.even + zeros.odd
    guard all * 50 >= head.count, max(zeros.even, zeros.odd) * 10 >= all * 9, all > 0 else {
      return nil
    }
    let reading = try reading(zeros.odd > zeros.even ? .utf16LE : .utf16BE)
    guard reading.bad * 50 <= head.count, reading.isAccepted || all * 8 >= head.count else {
      return nil
    }
    let side = zeros.odd > zeros.even ? "second" : "first"
    return Choice(
      reading: reading, basis: .zeroBytes,
      reason: "no order mark, but every \(side) byte is zero in plain text")
  }

  /// One of the encodings before Unicode.
  private func old(_ evidence: UTF8Evidence) throws(Diagnostic) -> Choice {
    var readings: [EncodingReading] = []
    for encoding in Sniffer.legacy { readings.append(try reading(encoding)) }
    let accepted = readings.filter(\.isAccepted)
    let why = "not valid UTF-8 at line \(evidence.firstBadLine)"
    if accepted.count == 1 {
      return Choice(reading: accepted[0], basis: .header, reason: "\(why), and the header maps")
    }
    let candidates = accepted.isEmpty ? readings : accepted
    let clear = candidates.filter {
      CharacterEvidence(head, as: $0.encoding).isClear(bad: $0.bad)
    }
    if clear.count == 1 {
      return Choice(
        reading: clear[0], basis: .characters,
        reason: "\(why), and the characters are those in common use, as in no other encoding "
          + (accepted.isEmpty ? "that is read" : "under which the header maps"))
    }
    throw EncodingDoubt(file: file, readings: candidates, areAccepted: !accepted.isEmpty)
      .diagnostic()
  }
}
