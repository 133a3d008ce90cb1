/// The order of values from least to greatest; equal values keep the order they came in.
///
/// A radix sort by eleven bits a pass over the bits in which the values differ: a million
/// recencies take one or two passes, a million amounts three or four.
struct StableOrder {
  /// Positions of the values, least value first.
  let positions: [Int32]

  /// - Parameter values: taken over, so that their place is used where nobody else holds them.
  init(_ values: consuming [Int64]) {
    guard let least = values.min(), let greatest = values.max(), values.count > 1 else {
      positions = values.isEmpty ? [] : [0]
      return
    }
    guard values.count > Self.few else {
      let pairs = values.enumerated().sorted { ($0.element, $0.offset) < ($1.element, $1.offset) }
      positions = pairs.map { Int32(truncatingIfNeeded: $0.offset) }
      return
    }
    // The difference as an unsigned number is right even where it does not fit a signed one.
    let span = UInt64(bitPattern: greatest &- least)
    let bits = UInt64.bitWidth - span.leadingZeroBitCount
    let size = values.count
    // Bit patterns of unsigned numbers from here on.
    var keys = consume values
    for index in keys.indices { keys[index] &-= least }
    var order = [Int32](unsafeUninitializedCapacity: size) { buffer, count in
      for position in 0..<size { buffer[position] = Int32(truncatingIfNeeded: position) }
      count = size
    }
    var otherKeys = [Int64](repeating: 0, count: size)
    var otherOrder = [Int32](repeating: 0, count: size)
    for shift in stride(from: 0, to: bits, by: Self.passBits) {
      Self.pass(shift, keys, order, &otherKeys, &otherOrder)
      swap(&keys, &otherKeys)
      swap(&order, &otherOrder)
    }
    positions = order
  }

  /// The order from greatest to least; equal values keep the order they came in, and `Int64.min`,
  /// which marks none, comes last.
  init(descending values: [Int64]) { self.init(values.map { ~$0 }) }

  /// Up to so many values comparing is cheaper than counting into 2048 buckets.
  private static let few = 256

  private static let passBits = 11

  /// Moves keys and positions into the order of eleven bits of the keys.
  private static func pass(
    _ shift: Int, _ keys: [Int64], _ order: [Int32],
    _ toKeys: inout [Int64], _ toOrder: inout [Int32]
  ) {
    let mask: UInt64 = (1 << passBits) - 1
    var starts = [Int](repeating: 0, count: Int(mask) + 2)
    for key in keys { starts[Int((UInt64(bitPattern: key) >> UInt64(shift)) & mask) + 1] += 1 }
    for digit in 1..<starts.count { starts[digit] += starts[digit - 1] }
    for index in keys.indices {
      let digit = Int((UInt64(bitPattern: keys[index]) >> UInt64(shift)) & mask)
      toKeys[starts[digit]] = keys[index]
      toOrder[starts[digit]] = order[index]
      starts[digit] += 1
    }
  }
}
