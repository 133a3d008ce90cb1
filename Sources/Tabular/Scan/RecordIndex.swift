/// The records of one chunk: where each field of each row begins and ends.
///
/// Without quotes the positions of the scan are the index: a field lies between two neighbours.
/// With quotes they are walked once more, and fields get their own bounds.
final class RecordIndex {
  /// The field `c` of row `r` is `base[lo[rowAt[r] + c] + 1 ..< hi[rowAt[r] + c]]`.
  private(set) var lo: UnsafeMutablePointer<UInt32>
  private(set) var hi: UnsafeMutablePointer<UInt32>
  let rowAt = GrowingBuffer<UInt32>()
  /// Line of each row, counted from the first line of the chunk as 0.
  let rowLine = GrowingBuffer<UInt32>()
  private(set) var rowCount = 0
  /// Line ends in the chunk, those inside quotes too.
  private(set) var lineCount = 0
  private(set) var hasHigh = false

  /// Rows that are no rows: the wrong number of fields, or text after a closing quote.
  struct Misshapen {
    var line: Int
    var start: Int
    var end: Int
    var fields: Int
    /// The field with text after its closing quote.
    var looseQuoteAt: Int?
    /// Line ends inside its quotes.
    var innerLines = 0
    /// The field that says it is a total line.
    var totalAt: Int?
  }
  private(set) var misshapen: [Misshapen] = []
  /// Rows with line ends inside quotes.
  private(set) var multiline: [Int] = []

  private let positions = GrowingBuffer<UInt32>()
  private let lower = GrowingBuffer<UInt32>()
  private let upper = GrowingBuffer<UInt32>()
  private let recordStart = GrowingBuffer<UInt32>()
  private let recordEnd = GrowingBuffer<UInt32>()
  private var isWalked = false

  init() {
    positions.reserve(16)
    lo = positions.pointer
    hi = positions.pointer
  }

  /// Indexes the rows of a chunk that have `width` fields each.
  func build(_ chunk: Chunk, delimiter: UInt8, width: Int) {
    misshapen.removeAll(keepingCapacity: true)
    multiline.removeAll(keepingCapacity: true)
    rowCount = 0
    lineCount = 0
    isWalked = chunk.hasQuote
    positions.reserve(chunk.count + 80)
    // One entry before the first: the byte before the first field.
    positions.pointer[0] = UInt32(chunk.start - 1)
    let scan = StructuralScan.positions(
      chunk.base, chunk.start, chunk.end, delimiter: delimiter, withQuotes: chunk.hasQuote,
      into: positions.pointer + 1)
    hasHigh = scan.hasHigh
    let rows = scan.count / width + 2
    rowAt.reserve(rows)
    rowLine.reserve(rows)
    if chunk.hasQuote {
      walk(chunk, scan.count, width)
    } else {
      lo = positions.pointer
      hi = positions.pointer + 1
      split(chunk.base, scan.count, width)
    }
  }

  /// Where the whole record lies, without its line end.
  func record(_ row: Int, width: Int) -> Range<Int> {
    if isWalked { return Int(recordStart.pointer[row])..<Int(recordEnd.pointer[row]) }
    let at = Int(rowAt.pointer[row])
    return Int(lo[at]) + 1..<Int(hi[at + width - 1])
  }

  /// Rows of positions without quotes.
  private func split(_ base: UnsafePointer<UInt8>, _ count: Int, _ width: Int) {
    let before = UnsafePointer(positions.pointer)
    let ends = before + 1
    let rowAt = self.rowAt.pointer
    let rowLine = self.rowLine.pointer
    var rows = 0
    var line: UInt32 = 0
    var i = 0
    while i < count {
      var last = i
      while !RecordIndex.isLineEnd(base[Int(ends[last])]) { last &+= 1 }
      let fields = last &- i &+ 1
      if fields == width {
        // A blank line has one field, and that is empty.
        if width > 1 || ends[i] != before[i] &+ 1 {
          rowAt[rows] = UInt32(truncatingIfNeeded: i)
          rowLine[rows] = line
          rows &+= 1
        }
      } else if fields > 1 || ends[i] != before[i] &+ 1 {
        misshapen.append(
          Misshapen(
            line: Int(line), start: Int(before[i]) + 1, end: Int(ends[last]), fields: fields))
      }
      i = last &+ 1
      line &+= 1
      if base[Int(ends[last])] == 13, i < count, ends[i] == ends[last] &+ 1,
        base[Int(ends[i])] == 10
      {
        i &+= 1
      }
    }
    rowCount = rows
    lineCount = Int(line)
  }

  @inline(__always)
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 10 || byte == 13 }

  /// Rows of positions with quotes among them.
  private func walk(_ chunk: Chunk, _ count: Int, _ width: Int) {
    lower.reserve(count + 8)
    upper.reserve(count + 8)
    let rows = count / width + 2
    recordStart.reserve(rows)
    recordEnd.reserve(rows)
    lo = lower.pointer
    hi = upper.pointer
    let base = chunk.base
    let ends = UnsafePointer(positions.pointer + 1)
    let quote = UInt8(ascii: "\"")
    var spare = chunk.spare
    var line = 0
    var fieldsOut = 0
    var i = 0
    var start = chunk.start
    while i < count {
      // Most rows have no quote: their positions are copied as they are.
      var last = i
      while base[Int(ends[last])] != quote, !RecordIndex.isLineEnd(base[Int(ends[last])]) {
        last &+= 1
      }
      if last &- i &+ 1 == width, base[Int(ends[last])] != quote, width > 1 {
        let rowEnd = Int(ends[last])
        (lo + fieldsOut).update(from: positions.pointer + i, count: width)
        (hi + fieldsOut).update(from: ends + i, count: width)
        rowAt.pointer[rowCount] = UInt32(truncatingIfNeeded: fieldsOut)
        rowLine.pointer[rowCount] = UInt32(truncatingIfNeeded: line)
        recordStart.pointer[rowCount] = UInt32(truncatingIfNeeded: start)
        recordEnd.pointer[rowCount] = UInt32(truncatingIfNeeded: rowEnd)
        rowCount &+= 1
        fieldsOut &+= width
        line &+= 1
        start = rowEnd &+ 1
        i = last &+ 1
        if base[rowEnd] == 13, i < count, Int(ends[i]) == start, base[start] == 10 {
          i &+= 1
          start &+= 1
        }
        continue
      }
      let rowStart = start
      let rowFields = fieldsOut
      let rowLineNumber = line
      var loose: Int?
      while true {
        if base[start] == quote, Int(ends[i]) == start {
          // A quoted field: to the quote that closes it.
          i &+= 1
          var doubled = false
          while true {
            let byte = base[Int(ends[i])]
            if byte == quote {
              guard base[Int(ends[i]) + 1] == quote, i + 1 < count else { break }
              doubled = true
              i &+= 2
            } else {
              if byte == 10 || (byte == 13 && base[Int(ends[i]) + 1] != 10) { line &+= 1 }
              i &+= 1
            }
          }
          let close = Int(ends[i])
          lo[fieldsOut] = UInt32(truncatingIfNeeded: start)
          hi[fieldsOut] = UInt32(truncatingIfNeeded: close)
          if doubled {
            let length = RecordIndex.single(base, start + 1, close, to: spare)
            lo[fieldsOut] = UInt32(truncatingIfNeeded: spare - 1)
            hi[fieldsOut] = UInt32(truncatingIfNeeded: spare + length)
            spare += length
          }
          i &+= 1
          if Int(ends[i]) != close + 1 { loose = loose ?? (fieldsOut - rowFields) }
          while base[Int(ends[i])] == quote { i &+= 1 }
        } else {
          while base[Int(ends[i])] == quote { i &+= 1 }
          lo[fieldsOut] = UInt32(truncatingIfNeeded: start - 1)
          hi[fieldsOut] = ends[i]
        }
        fieldsOut &+= 1
        let stop = Int(ends[i])
        i &+= 1
        start = stop &+ 1
        if RecordIndex.isLineEnd(base[stop]) { break }
      }
      let rowEnd = start - 1
      if base[rowEnd] == 13, i < count, Int(ends[i]) == start, base[start] == 10 {
        i &+= 1
        start &+= 1
      }
      let innerLines = line - rowLineNumber
      line &+= 1
      let fields = fieldsOut - rowFields
      if fields == 1, rowEnd == rowStart {
        fieldsOut = rowFields
      } else if fields == width, loose == nil {
        rowAt.pointer[rowCount] = UInt32(truncatingIfNeeded: rowFields)
        rowLine.pointer[rowCount] = UInt32(truncatingIfNeeded: rowLineNumber)
        recordStart.pointer[rowCount] = UInt32(truncatingIfNeeded: rowStart)
        recordEnd.pointer[rowCount] = UInt32(truncatingIfNeeded: rowEnd)
        if innerLines > 0 { multiline.append(rowCount) }
        rowCount &+= 1
      } else {
        misshapen.append(
          Misshapen(
            line: rowLineNumber, start: rowStart, end: rowEnd, fields: fields,
            looseQuoteAt: loose, innerLines: innerLines))
        fieldsOut = rowFields
      }
    }
    lineCount = line
  }

  /// Copies a field with each pair of quotes as one; its new length.
  private static func single(
    _ base: UnsafeMutablePointer<UInt8>, _ from: Int, _ end: Int, to target: Int
  ) -> Int {
    var i = from
    var out = target
    while i < end {
      base[out] = base[i]
      out &+= 1
      i &+= base[i] == UInt8(ascii: "\"") ? 2 : 1
    }
    return out - target
  }
}
