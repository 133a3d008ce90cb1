/// A column of texts in one block of UTF-8 bytes: no object and no allocation a row.
///
/// An empty text stands for "no value".
package struct TextColumn: Sendable, Equatable {
  package private(set) var bytes: [UInt8]
  /// `count + 1` byte positions; row i is `bytes[offsets[i]..<offsets[i + 1]]`.
  package private(set) var offsets: [Int]

  package init() {
    bytes = []
    offsets = [0]
  }

  /// A column of bytes and offsets made elsewhere.
  ///
  /// - Precondition: the offsets rise from 0 to the number of bytes.
  package init(bytes: [UInt8], offsets: [Int]) {
    precondition(offsets.first == 0 && offsets.last == bytes.count, "offsets must span the bytes")
    self.bytes = bytes
    self.offsets = offsets
  }

  package init(_ texts: some Sequence<String>) {
    self.init()
    for text in texts { append(text) }
  }

  package var count: Int { offsets.count - 1 }
  package var isEmpty: Bool { count == 0 }

  package subscript(_ row: Int) -> String {
    String(decoding: bytes[offsets[row]..<offsets[row + 1]], as: UTF8.self)
  }

  package func isMissing(_ row: Int) -> Bool { offsets[row] == offsets[row + 1] }

  package mutating func append(_ text: String) {
    bytes.append(contentsOf: text.utf8)
    offsets.append(bytes.count)
  }

  package mutating func append(_ utf8: UnsafeBufferPointer<UInt8>) {
    bytes.append(contentsOf: utf8)
    offsets.append(bytes.count)
  }

  package mutating func append(contentsOf other: TextColumn) {
    let start = bytes.count
    bytes.append(contentsOf: other.bytes)
    offsets.append(contentsOf: other.offsets.dropFirst().map { $0 + start })
  }

  package mutating func reserve(rows: Int, bytes byteCount: Int) {
    offsets.reserveCapacity(rows + 1)
    bytes.reserveCapacity(byteCount)
  }

  /// All texts in order; for short columns.
  package var texts: [String] { (0..<count).map { self[$0] } }
}
