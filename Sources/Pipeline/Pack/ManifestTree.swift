import Foundation
import Report

/// A manifest read back: any JSON, its keys in bytewise order.
struct ManifestTree {
  let root: JSONValue

  /// nil where the bytes are no JSON.
  init?(_ data: Data) {
    guard let node = try? JSONDecoder().decode(Node.self, from: data) else { return nil }
    root = node.value
  }

  /// The value of a key of the whole; nil where there is none.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = root else { return nil }
    return members.first { $0.key == key }?.value
  }

  var members: [JSONValue.Member] {
    if case .object(let members) = root { members } else { [] }
  }

  private struct Node: Decodable {
    let value: JSONValue

    init(from decoder: any Decoder) throws {
      if let map = try? decoder.container(keyedBy: Key.self) {
        let keys = map.allKeys.sorted { $0.stringValue < $1.stringValue }
        value = .object(
          try keys.map { .init($0.stringValue, try map.decode(Node.self, forKey: $0).value) })
      } else if var list = try? decoder.unkeyedContainer() {
        var items: [JSONValue] = []
        while !list.isAtEnd { items.append(try list.decode(Node.self).value) }
        value = .array(items)
      } else {
        let single = try decoder.singleValueContainer()
        if single.decodeNil() {
          value = .null
        } else if let flag = try? single.decode(Bool.self) {
          value = .bool(flag)
        } else if let number = try? single.decode(Int64.self) {
          value = .integer(number)
        } else if let number = try? single.decode(Double.self) {
          value = .number(number)
        } else {
          value = .string(try single.decode(String.self))
        }
      }
    }
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }
}

extension JSONValue {
  /// Every value with its path, such as `exports.orders.grain` or `packs[0].languages[1]`, in
  /// order of the keys; empty lists and maps count as values.
  func lines(at path: String = "") -> [(path: String, text: String)] {
    switch self {
    case .object(let members) where !members.isEmpty:
      members.sorted { $0.key < $1.key }.flatMap {
        $0.value.lines(at: path.isEmpty ? $0.key : "\(path).\($0.key)")
      }
    case .array(let items) where !items.isEmpty:
      items.enumerated().flatMap { $0.element.lines(at: "\(path)[\($0.offset)]") }
    // A number that is whole is written, and so read back, without a fraction.
    case .number(let number) where Int64(exactly: number) != nil:
      [(path, String(Int64(number)))]
    default: [(path, String(decoding: encoded(), as: UTF8.self))]
    }
  }
}
