/// Finds the bytes that shape a table (delimiters, line ends, quotes) and writes their positions.
///
/// 64 bytes at a time: vectors of 16 are compared, the results gathered to one bit mask, the bits
/// turned into positions (after Langdale and Lemire, *Parsing Gigabytes of JSON per Second*, 2019,
/// section 3.1). Portable: no instruction set is asked for.
enum StructuralScan {
  /// What a scan found.
  struct Result {
    var count: Int
    /// A byte above 0x7F was seen: the UTF-8 must be checked.
    var hasHigh: Bool
  }

  /// Scans `base[start..<end]`; `positions` has room for `end - start + 8` entries.
  ///
  /// - Parameter withQuotes: quotes are positions too.
  static func positions(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, delimiter: UInt8, withQuotes: Bool,
    into positions: UnsafeMutablePointer<UInt32>
  ) -> Result {
    withQuotes
      ? scan(base, start, end, delimiter, UInt8(ascii: "\""), positions)
      : scan(base, start, end, delimiter, delimiter, positions)
  }

  @inline(__always)
  private static func scan(
    _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, _ delimiter: UInt8, _ quote: UInt8,
    _ positions: UnsafeMutablePointer<UInt32>
  ) -> Result {
    let delimiters = SIMD16<UInt8>(repeating: delimiter)
    let quotes = SIMD16<UInt8>(repeating: quote)
    let newlines = SIMD16<UInt8>(repeating: 10)
    let returns = SIMD16<UInt8>(repeating: 13)
    let withQuotes = quote != delimiter
    var high = SIMD16<UInt8>(repeating: 0)
    var found = 0
    var at = start
    while at < end {
      let raw = UnsafeRawPointer(base + at)
      var mask: UInt64 = 0
      var part = 0
      while part < 4 {
        let bytes = raw.loadUnaligned(fromByteOffset: part &* 16, as: SIMD16<UInt8>.self)
        high |= bytes
        var hits = (bytes .== delimiters) .| (bytes .== newlines) .| (bytes .== returns)
        if withQuotes { hits = hits .| (bytes .== quotes) }
        mask |= bits(hits) &<< UInt64(truncatingIfNeeded: part &* 16)
        part &+= 1
      }
      let left = end &- at
      if left < 64 { mask &= (1 &<< UInt64(truncatingIfNeeded: left)) &- 1 }
      var next = found
      let offset = UInt32(truncatingIfNeeded: at)
      while mask != 0 {
        positions[next] = offset &+ UInt32(truncatingIfNeeded: mask.trailingZeroBitCount)
        next &+= 1
        mask &= mask &- 1
      }
      found = next
      at &+= 64
    }
    let halves = unsafeBitCast(high, to: SIMD2<UInt64>.self)
    return Result(
      count: found, hasHigh: (halves[0] | halves[1]) & 0x8080_8080_8080_8080 != 0)
  }

  /// One bit a lane: each lane's flag is moved to its own bit of the top byte by one multiplication.
  @inline(__always)
  private static func bits(_ mask: SIMDMask<SIMD16<Int8>>) -> UInt64 {
    let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
    let ones: UInt64 = 0x0101_0101_0101_0101
    let gather: UInt64 = 0x0102_0408_1020_4080
    let low = ((words[0] & ones) &* gather) &>> 56
    let high = ((words[1] & ones) &* gather) &>> 56
    return low | high &<< 8
  }
}
