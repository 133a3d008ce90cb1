import Tabular
import Testing

/// The first mebibyte as the forms of columns are decided on.
@Suite struct HeadTests {
  @Test func `the head of a small file is its text from the header on`() throws {
    let source = ByteSource(bytes: Array("\u{FEFF}\n\na,b\n1,2\n3,4".utf8), name: "t")
    #expect(try Sniffer.layout(of: source).head == Array("a,b\n1,2\n3,4".utf8))
  }

  @Test func `the head of a large file ends with a whole record`() throws {
    let row = "1,\"x\ny\"\n"
    let text = "a,b\n" + String(repeating: row, count: (1 << 20) / row.utf8.count + 10)
    let source = ByteSource(bytes: Array(text.utf8), name: "t")
    let head = String(decoding: try Sniffer.layout(of: source).head, as: UTF8.self)
    #expect(head.utf8.count > (1 << 20) - row.utf8.count - 1)
    #expect(head.utf8.count <= 1 << 20)
    #expect(head.hasSuffix("\n" + row))
  }
}
