import Diagnostics

/// Hands out a source in chunks of whole rows, to any worker that is free.
///
/// Reading is sequential, so pipes work like files, and the quote state is exact: each chunk begins
/// at the beginning of a row. Not thread-safe by itself; `TableReader` calls it under a lock.
final class ChunkReader {
  /// A row that does not end within this many bytes is an error.
  static let rowLimit = 16 << 20

  private let source: ByteSource
  private let transcoder: Transcoder?
  private let delimiter: UInt8
  private let chunkBytes: Int
  private let rowLimit: Int
  /// Bytes of order marks that are still to be skipped.
  private var markBytes: Int
  private let headerLine: Int
  /// The beginning of the next chunk: the bytes after the last whole row.
  private var carry: [UInt8] = []
  private var nextIndex = 0
  private var isDone = false

  init(
    _ source: ByteSource, _ layout: FileLayout, chunkBytes: Int,
    rowLimit: Int = ChunkReader.rowLimit
  ) throws(Diagnostic) {
    let dialect = layout.dialect
    self.source = source
    delimiter = dialect.delimiter.rawValue
    // A converter needs room for whole characters.
    self.chunkBytes = dialect.encoding == .utf8 ? max(1, chunkBytes) : max(64, chunkBytes)
    self.rowLimit = rowLimit
    markBytes = dialect.markBytes
    headerLine = layout.headerLine
    if dialect.encoding == .utf8 {
      transcoder = nil
    } else {
      transcoder = try Transcoder(from: dialect.encoding, file: source.name)
    }
  }

  /// Fills the chunk with the next rows; false at the end of the source.
  func next(_ chunk: Chunk) throws(Diagnostic) -> Bool {
    guard !isDone else { return false }
    chunk.failure = nil
    chunk.isLast = false
    chunk.index = nextIndex
    nextIndex += 1
    chunk.reserve(carry.count + chunkBytes, keeping: 0)
    var filled = carry.count
    carry.withUnsafeBufferPointer { bytes in
      if let start = bytes.baseAddress {
        (chunk.base + Chunk.margin).update(from: start, count: bytes.count)
      }
    }
    var walk = QuoteWalk(start: Chunk.margin, delimiter: delimiter)
    while true {
      chunk.reserve(filled + chunkBytes, keeping: filled)
      let got = try fill(
        UnsafeMutableRawBufferPointer(
          start: chunk.base + Chunk.margin + filled, count: chunkBytes))
      filled += got
      let end = Chunk.margin + filled
      walk.advance(chunk.base, to: end, isLast: got == 0)
      if got == 0 {
        isDone = true
        finish(chunk, filled, walk)
        return true
      }
      // The first chunk holds the header, however many lines stand above it.
      if walk.rowsEnd > Chunk.margin, chunk.index > 0 || holdsHeader(chunk, to: walk.rowsEnd) {
        keep(chunk, from: walk.rowsEnd, to: end)
        chunk.isLast = try !textFollows()
        chunk.count = walk.rowsEnd - Chunk.margin
        chunk.hasQuote = walk.hasQuote
        chunk.clearMargin()
        return true
      }
      if filled > rowLimit {
        isDone = true
        chunk.count = 0
        chunk.failure =
          walk.isQuoted ? (.longQuote, walk.openedAt) : (.longRow, Chunk.margin)
        return true
      }
    }
  }

  /// The last chunk: whatever is left, with an end to its last row.
  private func finish(_ chunk: Chunk, _ filled: Int, _ walk: QuoteWalk) {
    chunk.isLast = true
    if walk.isQuoted {
      chunk.count = 0
      chunk.failure = (.openQuote, walk.openedAt)
      return
    }
    chunk.count = filled
    chunk.hasQuote = walk.hasQuote
    if filled > 0 {
      let last = chunk.base[Chunk.margin + filled - 1]
      if last != UInt8(ascii: "\n"), last != UInt8(ascii: "\r") {
        chunk.base[Chunk.margin + filled] = UInt8(ascii: "\n")
        chunk.count += 1
      }
    }
    chunk.clearMargin()
  }

  /// Whether the lines up to the header's last one are among the rows up to `end`.
  private func holdsHeader(_ chunk: Chunk, to end: Int) -> Bool {
    var lines = 0
    for i in Chunk.margin..<end {
      let byte = chunk.base[i]
      if byte == 10 || (byte == 13 && (i + 1 == end || chunk.base[i + 1] != 10)) { lines += 1 }
      if lines == headerLine { return true }
    }
    return false
  }

  /// Whether there is more than line ends after the last whole row; reads a little ahead where the
  /// bytes at hand do not tell.
  private func textFollows() throws(Diagnostic) -> Bool {
    var looked = 0
    while true {
      while looked < carry.count {
        if carry[looked] != 10, carry[looked] != 13 { return true }
        looked += 1
      }
      if carry.count > rowLimit { return true }
      var ahead = [UInt8](repeating: 0, count: 64)
      let got = try ahead.withUnsafeMutableBufferPointer { (bytes) throws(Diagnostic) in
        try fill(UnsafeMutableRawBufferPointer(bytes))
      }
      if got == 0 { return false }
      carry.append(contentsOf: ahead[..<got])
    }
  }

  private func keep(_ chunk: Chunk, from: Int, to end: Int) {
    carry.removeAll(keepingCapacity: true)
    carry.append(contentsOf: UnsafeBufferPointer(start: chunk.base + from, count: end - from))
  }

  private func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(Diagnostic) -> Int {
    if markBytes > 0 {
      var marks = [UInt8](repeating: 0, count: markBytes)
      markBytes = 0
      _ = try marks.withUnsafeMutableBufferPointer { (bytes) throws(Diagnostic) in
        try source.read(into: UnsafeMutableRawBufferPointer(bytes))
      }
    }
    if let transcoder { return try transcoder.read(into: buffer, from: source) }
    return try source.read(into: buffer)
  }
}
