/// The bytes of one input: a few that choose how to read, then those that are read.
struct FuzzInput {
  private var bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { self.bytes = bytes[...] }

  /// The next byte that chooses; 0 where there is none.
  mutating func choice() -> Int { Int(bytes.popFirst() ?? 0) }

  /// One of some values, by the next byte.
  mutating func choice<Value>(of values: [Value]) -> Value { values[choice() % values.count] }

  /// What no choice has taken.
  var rest: [UInt8] { Array(bytes) }

  var isEmpty: Bool { bytes.isEmpty }
}
