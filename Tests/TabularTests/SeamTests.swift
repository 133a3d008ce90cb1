import Tabular
import Testing

/// Chunks end anywhere: the result must not show where.
@Suite struct SeamTests {
  static let text =
    "id,note,n\r\n1,\"a,\"\"b\"\"\r\nc\",2\r\n\r\n2,\"\",\"\"\"\"\n3,5\" x,\r4,\"\n\n\",q\r\n"
    + "bad,row\n5,\"说\"\"明\"\"\",é\r6,\"\"\"x\",1\n7,\"y\"z,1\n\"8\",\"\r\",\"\r\n\"\r\n9,,"

  static let rows = [
    ["1", "a,\"b\"\r\nc", "2"], ["2", "", "\""], ["3", "5\" x", ""], ["4", "\n\n", "q"],
    ["5", "说\"明\"", "é"], ["6", "\"x", "1"], ["8", "\r", "\r\n"], ["9", "", ""],
  ]

  @Test(arguments: 1...64)
  func `chunks of any size and any number of threads give the same rows`(size: Int) throws {
    for threads in 1...3 {
      let read = try readTexts(SeamTests.text, threads: threads, chunkBytes: size)
      #expect(read.rows == SeamTests.rows)
      #expect(read.lines == [2, 5, 6, 7, 11, 12, 14, 17])
      #expect(read.rejects.map(\.rules) == ["columns", "quote"])
      #expect(read.rejects.map(\.line) == [10, 13])
    }
  }

  @Test(arguments: 0..<40)
  func `random files agree with a plain parser, byte by byte`(seed: Int) throws {
    var generator = SeededGenerator(state: UInt64(seed))
    let letters = Array("ab,,\"\"\"\n\n\r\r;é ")
    var text = "h1,h2,h3\n"
    for _ in 0..<Int.random(in: 5...400, using: &generator) {
      // Mostly whole rows; sometimes rubbish.
      if Int.random(in: 0..<6, using: &generator) == 0 {
        for _ in 0..<Int.random(in: 1...8, using: &generator) {
          text.append(letters.randomElement(using: &generator) ?? "a")
        }
        text.append("\n")
        continue
      }
      var fields: [String] = []
      for _ in 0..<3 {
        var field = ""
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
          field.append(letters.randomElement(using: &generator) ?? "a")
        }
        let mustQuote = field.unicodeScalars.contains { ",\"\r\n".unicodeScalars.contains($0) }
        fields.append(
          mustQuote ? "\"" + field.replacing("\"", with: "\"\"") + "\"" : field)
      }
      let end = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
      text += fields.joined(separator: ",") + end
    }
    let expected = PlainParser.read(Array(text.utf8), width: 3)
    let layout = FileLayout(header: ["h1", "h2", "h3"])
    for (threads, size) in [(1, 1 << 16), (1, 7), (2, 16), (3, 64), (2, 100)] {
      if let rows = expected {
        let read = try readTexts(
          Array(text.utf8), layout: layout, threads: threads, chunkBytes: size)
        #expect(read.rows == rows.accepted)
        // The plain parser does not look for rows that a stray quote swallowed.
        let records = read.rejects.filter { $0.found != "swallowed by a quote opened above" }
        #expect(records.count == rows.rejected)
      } else {
        #expect(throws: (any Error).self) {
          try readTexts(Array(text.utf8), layout: layout, threads: threads, chunkBytes: size)
        }
      }
    }
  }
}

/// The rules of RFC 4180 once more, one byte at a time; nil for a quote that is never closed.
enum PlainParser {
  static func read(_ bytes: [UInt8], width: Int) -> (accepted: [[String]], rejected: Int)? {
    enum State { case fieldStart, plain, quoted, closed }
    var state = State.fieldStart
    var accepted: [[String]] = []
    var rejected = 0
    var row: [[UInt8]] = []
    var field: [UInt8] = []
    var isLoose = false
    var isBlank = true
    var isHeader = true
    func endRow() {
      defer {
        row = []
        field = []
        isLoose = false
        isBlank = true
        state = .fieldStart
      }
      if isBlank { return }
      row.append(field)
      if isHeader {
        isHeader = false
      } else if row.count == width, !isLoose {
        accepted.append(row.map { String(decoding: $0, as: UTF8.self) })
      } else {
        rejected += 1
      }
    }
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      i += 1
      if state == .quoted {
        if byte != 34 {
          field.append(byte)
        } else if i < bytes.count, bytes[i] == 34 {
          field.append(34)
          i += 1
        } else {
          state = .closed
        }
        continue
      }
      if byte == 10 || byte == 13 {
        if byte == 13, i < bytes.count, bytes[i] == 10 { i += 1 }
        endRow()
        continue
      }
      isBlank = false
      if byte == 44 {
        row.append(field)
        field = []
        state = .fieldStart
      } else if byte == 34, state == .fieldStart {
        state = .quoted
      } else {
        if state == .closed { isLoose = true } else { state = .plain }
        field.append(byte)
      }
    }
    if state == .quoted { return nil }
    endRow()
    return (accepted, rejected)
  }
}
