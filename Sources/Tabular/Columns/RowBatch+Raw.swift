extension RowBatch {
  /// The records of accepted rows, which rise, as they stand in the file, without their line ends.
  ///
  /// Walks the chunk once from its beginning, by the rules of `QuoteWalk`: for rows that are
  /// rejected above the reader.
  package func raws(_ rows: [Int]) -> [String] {
    var found: [String] = []
    let (quote, newline) = (UInt8(ascii: "\""), UInt8(ascii: "\n"))
    let (carriageReturn, delimiter) = (UInt8(ascii: "\r"), dialect.delimiter.rawValue)
    var (start, position) = (chunk.start, chunk.start)
    var (line, firstLine) = (0, 0)
    var (isQuoted, beginsField) = (false, true)
    while position < chunk.end, found.count < rows.count {
      let byte = chunk.base[position]
      let isPair = byte == carriageReturn && chunk.base[position + 1] == newline
      if isQuoted {
        if byte == quote {
          if chunk.base[position + 1] == quote { position += 1 } else { isQuoted = false }
        } else if byte == newline || (byte == carriageReturn && !isPair) {
          line += 1
        }
      } else if byte == newline || byte == carriageReturn {
        if firstLine == Int(lines[rows[found.count]]) {
          found.append(
            UTF8Check.shown(chunk.base, start..<position, isMarked: dialect.encoding != .utf8))
        }
        if isPair { position += 1 }
        line += 1
        (start, firstLine, beginsField) = (position + 1, line, true)
      } else {
        isQuoted = byte == quote && beginsField
        beginsField = byte == delimiter
      }
      position += 1
    }
    precondition(found.count == rows.count, "every accepted row begins a line of its chunk")
    return found
  }
}
