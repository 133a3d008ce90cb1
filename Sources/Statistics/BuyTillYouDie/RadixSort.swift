import Values

/// Sorts words by some of their bits, lowest digits first, stably and on several threads.
///
/// Source: Knuth, *The Art of Computer Programming*, volume 3, 2nd edition, 1998, section 5.2.5.
enum RadixSort {
  /// - Parameters:
  ///   - from: The lowest bit that counts.
  ///   - width: How many bits count.
  ///   - parts: Threads; a stable sort has one result for any number of them.
  static func sort(_ words: inout [UInt64], from: Int, width: Int, parts: Int) {
    let n = words.count
    let digits = max(1, (width + 10) / 11)
    let bits = max(1, (width + digits - 1) / digits)
    let buckets = 1 << bits
    var other = [UInt64](repeating: 0, count: n)
    var places = [Int](repeating: 0, count: parts * buckets)
    words.withUnsafeMutableBufferPointer { first in
      other.withUnsafeMutableBufferPointer { second in
        places.withUnsafeMutableBufferPointer { places in
          // Unsafe: every part writes its own counts, and places that no other part has.
          nonisolated(unsafe) var source = first
          nonisolated(unsafe) var target = second
          nonisolated(unsafe) let places = places
          for digit in 0..<digits {
            let shift = UInt64(from + digit * bits)
            let mask = UInt64(buckets - 1)
            Workers.run(parts) { part in
              let counts = UnsafeMutableBufferPointer(
                rebasing: places[(part * buckets)..<((part + 1) * buckets)])
              counts.update(repeating: 0)
              for index in Self.range(part, of: parts, n) {
                counts[Int(source[index] >> shift & mask)] &+= 1
              }
            }
            var sum = 0
            for bucket in 0..<buckets {
              for part in 0..<parts {
                let count = places[part * buckets + bucket]
                places[part * buckets + bucket] = sum
                sum += count
              }
            }
            Workers.run(parts) { part in
              let next = UnsafeMutableBufferPointer(
                rebasing: places[(part * buckets)..<((part + 1) * buckets)])
              for index in Self.range(part, of: parts, n) {
                let word = source[index]
                let bucket = Int(word >> shift & mask)
                target[next[bucket]] = word
                next[bucket] &+= 1
              }
            }
            swap(&source, &target)
          }
          if digits % 2 == 1 { _ = target.update(from: source) }
        }
      }
    }
  }

  static func range(_ part: Int, of parts: Int, _ n: Int) -> Range<Int> {
    (n * part / parts)..<(n * (part + 1) / parts)
  }
}
