extension RowBatch {
  /// The record of an accepted row as it stands in the file, without its line end.
  ///
  /// Walks the chunk from its beginning, by the rules of `QuoteWalk`: for the few rows that are
  /// rejected above the reader.
  package func raw(_ row: Int) -> String {
    let wanted = Int(lines[row])
    let (quote, newline) = (UInt8(ascii: "\""), UInt8(ascii: "\n"))
    let (carriageReturn, delimiter) = (UInt8(ascii: "\r"), dialect.delimiter.rawValue)
    var (start, position) = (chunk.start, chunk.start)
    var (line, firstLine) = (0, 0)
    var (isQuoted, beginsField) = (false, true)
    while position < chunk.end {
      let byte = chunk.base[position]
      let isPair = byte == carriageReturn && chunk.base[position + 1] == newline
      if isQuoted {
        if byte == quote {
          if chunk.base[position + 1] == quote { position += 1 } else { isQuoted = false }
        } else if byte == newline || (byte == carriageReturn && !isPair) {
          line += 1
        }
      } else if byte == newline || byte == carriageReturn {
        if firstLine == wanted { break }
        if isPair { position += 1 }
        line += 1
        (start, firstLine, beginsField) = (position + 1, line, true)
      } else {
        isQuoted = byte == quote && beginsField
        beginsField = byte == delimiter
      }
      position += 1
    }
    return UTF8Check.shown(chunk.base, start..<position, isMarked: dialect.encoding != .utf8)
  }
}
