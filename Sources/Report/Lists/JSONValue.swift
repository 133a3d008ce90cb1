/// A JSON value with a fixed order of keys.
package enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// Not finite: written as null.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([Member])

  package struct Member: Sendable, Equatable {
    package let key: String
    package let value: JSONValue

    package init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// An object with its keys in the given order.
  package static func object(_ members: KeyValuePairs<String, JSONValue>) -> JSONValue {
    .object(members.map { Member($0.key, $0.value) })
  }

  /// The value as UTF-8 on one line, or with two spaces a level.
  package func encoded(indented: Bool = false) -> [UInt8] {
    var bytes = JSONBytes()
    bytes.append(self, level: indented ? 0 : nil)
    return bytes.bytes
  }
}
