import Diagnostics
import Tabular
import Testing
import Values

@Suite struct GzipTests {
  static let whole = EncodedTexts.gzip + EncodedTexts.secondGzip

  @Test(arguments: [1, 2, 7, 1 << 16])
  func `gzip of several members, with padding behind, is read as its text`(size: Int) throws {
    for padding in [0, 1, 512] {
      let bytes = Self.whole + [UInt8](repeating: 0, count: padding)
      let source = ByteSource(bytes: bytes, name: "t")
      let layout = try Sniffer.layout(of: source)
      #expect(layout.reasons.last == "packed with gzip")
      #expect(layout.header == ["a", "b"])
      let table = try TableReader(
        source, layout, [ColumnSpec("a", .integer(range: nil), at: 0)], threads: 2, chunkBytes: size
      ).readAll()
      #expect(table.columns == [.integer([1, 3, 5])])
      #expect(table.summary.bytes == bytes.count)
    }
  }

  @Test(arguments: 2..<GzipTests.whole.count)
  func `gzip that is cut off is an error, wherever`(count: Int) {
    // A cut between the members is a whole file.
    let isWhole = count == EncodedTexts.gzip.count
    let read = Result { try readTexts(Array(Self.whole.prefix(count))) }
    switch read {
    case .success(let rows):
      #expect(isWhole)
      #expect(rows.rows == [["1", "2"], ["3", "4"]])
    case .failure(let error):
      #expect(!isWhole)
      #expect((error as? Diagnostic)?.code == "cut-gzip")
      #expect((error as? Diagnostic)?.message.contains("byte \(count)") == true)
    }
  }

  @Test func `a wrong check sum, and bytes behind that are no gzip, are errors`() throws {
    var bytes = Self.whole
    bytes[EncodedTexts.gzip.count - 6] ^= 1
    #expect(throws: Diagnostic.self) { try readTexts(bytes) }
    let error = #expect(throws: Diagnostic.self) {
      try readTexts(Self.whole + Array("rubbish".utf8))
    }
    #expect(error?.code == "damaged-gzip")
  }
}
