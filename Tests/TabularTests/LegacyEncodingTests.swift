import Diagnostics
import Tabular
import Testing

/// Encodings that a file does not tell of itself.
@Suite struct LegacyEncodingTests {
  static let header = ["customer_id", "name", "amount"]

  private func layout(
    _ bytes: [UInt8], _ encoding: Dialect.Encoding? = nil, wants: [String] = header
  ) throws -> FileLayout {
    try Sniffer.layout(of: ByteSource(bytes: bytes, name: "t.csv"), encoding: encoding) {
      Set(wants).isSubset(of: $0)
    }
  }

  private func rows(_ text: String) -> [[String]] {
    text.split(separator: "\n").dropFirst()
      .map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
  }

  @Test(arguments: EncodedTexts.all.indices)
  func `under a plain header the characters tell the encoding`(index: Int) throws {
    let sample = EncodedTexts.all[index]
    let layout = try layout(sample.bytes)
    #expect(layout.dialect.encoding.rawValue == sample.encoding)
    #expect(layout.dialect.basis == .characters)
    for size in [1, 64, 65, 77, 1000] {
      let read = try readTexts(sample.bytes, layout: layout, threads: 2, chunkBytes: size)
      #expect(read.rows == rows(sample.text))
      #expect(read.rejects.isEmpty)
    }
  }

  @Test(arguments: EncodedTexts.all.indices, [false, true])
  func `UTF-16 of both orders, with a mark and without`(index: Int, isBig: Bool) throws {
    let text = EncodedTexts.all[index].text
    let plain = EncodedTexts.utf16(text, isBig: isBig)
    let mark: [UInt8] = isBig ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for (bytes, basis) in [(mark + plain, Dialect.Basis.orderMark), (plain, .zeroBytes)] {
      let layout = try layout(bytes)
      #expect(layout.dialect.encoding == (isBig ? .utf16BE : .utf16LE))
      #expect(layout.dialect.basis == basis)
      for size in [1, 64, 65, 1000] {
        let read = try readTexts(bytes, layout: layout, threads: 2, chunkBytes: size)
        #expect(read.rows == rows(text))
      }
    }
  }

  @Test(arguments: [false, true])
  func `half a pair, an odd last byte and a zero unit reject their rows in UTF-16`(
    isBig: Bool
  ) throws {
    func unit(_ value: UInt16) -> [UInt8] {
      let (high, low) = (UInt8(value >> 8), UInt8(value & 0xFF))
      return isBig ? [high, low] : [low, high]
    }
    func text(_ text: String) -> [UInt8] { EncodedTexts.utf16(text, isBig: isBig) }
    // DC2C has the byte of a comma, D80A that of a line feed: they must shape no row.
    let bytes =
      unit(0xFEFF) + text("a,b\n𠮷,1\nx") + unit(0xD80A) + text(",2\ny") + unit(0xDC2C)
      + text(",3\nz") + unit(0) + text(",4\n王,5\nend,") + unit(0xD800) + [0x41]
    let bad = { (value: UInt16) in
      unit(value).map { "\\x" + ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }
        .joined()
    }
    for size in [1, 64, 66, 1000] {
      let layout = try layout(bytes, wants: ["a", "b"])
      let read = try readTexts(bytes, layout: layout, threads: 2, chunkBytes: size)
      #expect(read.rows == [["𠮷", "1"], ["王", "5"]])
      #expect(
        read.rejects.map(\.raw) == [
          "x\(bad(0xD80A)),2", "y\(bad(0xDC2C)),3", "z\\x00,4", "end,\(bad(0xD800))\\x41",
        ])
      #expect(read.rejects.allSatisfy { $0.rules == "encoding" })
      #expect(read.rejects.map(\.line) == [3, 4, 5, 7])
    }
  }

  @Test func `GB18030 with its own order mark, and an order mark that stands twice`() throws {
    let chinese = try layout([0x84, 0x31, 0x95, 0x33] + EncodedTexts.simplified.bytes)
    #expect(chinese.dialect.encoding == .gb18030)
    #expect(chinese.header == Self.header)
    let twice: [UInt8] = [0xEF, 0xBB, 0xBF, 0xEF, 0xBB, 0xBF] + Array("\"a\",b\n1,2\n".utf8)
    let layout = try layout(twice, wants: ["a", "b"])
    #expect(layout.header == ["a", "b"])
    #expect(try readTexts(twice, layout: layout, chunkBytes: 1).rows == [["1", "2"]])
  }

  @Test func `one name in four encodings is not enough: the candidates are named`() throws {
    let bytes =
      Array("customer_id,name,amount\nC1,ab,3\nC2,".utf8) + [0xC0, 0xEE]
      + Array(",5\n".utf8)
    let error = #expect(throws: Diagnostic.self) { try layout(bytes) }
    #expect(error?.code == "unclear-encoding")
    #expect(error?.place?.line == 3)
    #expect(error?.message.contains("column 2 reads '李' in GB18030") == true)
    #expect(error?.message.contains("'Àî' in Windows-1252") == true)
    #expect(error?.help?.contains("--encoding GB18030") == true)
    #expect(try layout(bytes, .windows1252).dialect.basis == .chosen)
  }

  @Test func `Korean is none of them, and is not taken for Chinese`() throws {
    // 고객 이름 한국 서울 … in EUC-KR: every pair is a hanzi in common use in GB 2312.
    let name: [UInt8] = [0xB0, 0xED, 0xB0, 0xB4, 0xC0, 0xCC, 0xB8, 0xA7, 0xC7, 0xD1, 0xB1, 0xB9]
    let row = Array("C1,".utf8) + name + Array(",1\n".utf8)
    let bytes =
      Array("customer_id,name,amount\n".utf8) + Array(repeatElement(row, count: 9).joined())
    let error = #expect(throws: Diagnostic.self) { try layout(bytes) }
    #expect(error?.code == "unclear-encoding")
  }

  @Test func `UTF-8 and GB18030 in one file are not taken for one of them`() throws {
    let part = EncodedTexts.simplified
    let bytes = part.bytes + Array(part.text.utf8).dropFirst(24)
    let error = #expect(throws: Diagnostic.self) { try layout(bytes) }
    #expect(error?.code == "unclear-encoding")
  }

  @Test func `a header that only one encoding reads decides alone`() throws {
    let bytes = EncodingTests.gb18030
    #expect(try layout(bytes, wants: ["姓名"]).dialect.basis == .header)
    let error = #expect(throws: Diagnostic.self) {
      try layout([0xC0, 0xEE, 0x0A], wants: ["顾客"])
    }
    #expect(error?.code == "unmapped-header")
  }

  @Test func `an encoding that was chosen wrongly is contradicted by the header`() throws {
    let chinese = EncodingTests.gb18030
    for wrong in [Dialect.Encoding.utf8, .big5, .utf16LE, .windows1252] {
      let error = #expect(throws: Diagnostic.self) { try layout(chinese, wrong, wants: ["姓名"]) }
      #expect(error?.code == "wrong-encoding")
      #expect(error?.help?.contains("--encoding GB18030") == true)
    }
  }
}
