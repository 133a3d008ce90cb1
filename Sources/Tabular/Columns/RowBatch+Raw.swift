extension RowBatch {
  /// The record of an accepted row as it stands in the file, without its line end.
  ///
  /// Walks the chunk from its beginning: for the few rows that are rejected above the reader.
  package func raw(_ row: Int) -> String {
    var position = chunk.start
    var breaks = Int(lines[row])
    while breaks > 0, position < chunk.end {
      if isBreak(at: position) { breaks -= 1 }
      position += 1
    }
    let start = position
    var isQuoted = false
    while position < chunk.end {
      let byte = chunk.base[position]
      if byte == UInt8(ascii: "\"") {
        isQuoted.toggle()
      } else if !isQuoted, byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") {
        break
      }
      position += 1
    }
    return UTF8Check.shown(chunk.base, start..<position, isMarked: false)
  }

  /// A line feed, or a carriage return that no line feed follows.
  private func isBreak(at position: Int) -> Bool {
    let byte = chunk.base[position]
    return byte == UInt8(ascii: "\n")
      || (byte == UInt8(ascii: "\r") && chunk.base[position + 1] != UInt8(ascii: "\n"))
  }
}
