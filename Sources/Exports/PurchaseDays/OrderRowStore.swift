import Tabular

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// An order row in 16 bytes, for the usual case.
struct NarrowRow: BitwiseCopyable {
  /// Short form of the customer's key.
  var customer: UInt32
  /// Short form of the order's key; `KeySlots.none` without one.
  var order: UInt32
  var amount: Int32
  var day: UInt16
  /// Code of the line's key.
  var line: UInt16
}

/// An order row with nothing left out.
struct WideRow: BitwiseCopyable {
  var customer: PackedKey
  /// `.missing` without one.
  var order: PackedKey
  var line: PackedKey
  var amount: Int64
  var margin: Int64
  var day: Int32
}

/// Rows in arrival order, spread over partitions by customer, in blocks that are given back to the
/// system one by one.
///
/// Raw memory: ten million rows pass through here, and what is no longer needed has to leave the
/// process while the result is made.
final class PartitionedRows<Row: BitwiseCopyable> {
  static var blockBytes: Int { 32 << 10 }
  private static var slabBytes: Int { 4 << 20 }

  let blockRows: Int
  /// Next free and end of the last block, by partition.
  private let next: UnsafeMutablePointer<UnsafeMutablePointer<Row>>
  private let limit: UnsafeMutablePointer<UnsafeMutablePointer<Row>>
  private var blocks: [[UnsafeMutablePointer<Row>]]
  private var slabs: [UnsafeMutableRawPointer] = []
  private var slabUsed: Int

  init() {
    let count = CustomerPartitions.count
    blockRows = Self.blockBytes / MemoryLayout<Row>.stride
    next = .allocate(capacity: count)
    limit = .allocate(capacity: count)
    blocks = Array(repeating: [], count: count)
    slabUsed = Self.slabBytes
    // One past nothing: the first row of a partition makes its first block.
    let nothing = UnsafeMutablePointer<Row>.allocate(capacity: 1)
    next.initialize(repeating: nothing, count: count)
    limit.initialize(repeating: nothing, count: count)
    nothing.deallocate()
  }

  deinit {
    next.deallocate()
    limit.deallocate()
    for slab in slabs { munmap(slab, Self.slabBytes) }
  }

  @inline(__always)
  func append(_ row: Row, to partition: Int) {
    if next[partition] == limit[partition] { addBlock(partition) }
    next[partition].pointee = row
    next[partition] += 1
  }

  @inline(never)
  private func addBlock(_ partition: Int) {
    if slabUsed == Self.slabBytes {
      let slab = mmap(
        nil, Self.slabBytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
      guard let slab, slab != MAP_FAILED else {
        preconditionFailure("the system gives memory for the rows of an export")
      }
      slabs.append(slab)
      slabUsed = 0
    }
    guard let slab = slabs.last else { return }
    let block = (slab + slabUsed).bindMemory(to: Row.self, capacity: blockRows)
    slabUsed += Self.blockBytes
    blocks[partition].append(block)
    next[partition] = block
    limit[partition] = block + blockRows
  }

  func count(_ partition: Int) -> Int {
    guard let last = blocks[partition].last else { return 0 }
    return (blocks[partition].count - 1) * blockRows + (next[partition] - last)
  }

  /// One row of a partition.
  func value(_ partition: Int, _ position: Int) -> Row {
    blocks[partition][position / blockRows][position % blockRows]
  }

  /// Calls `body` with the stretches of a partition in order, and the position of their first row.
  func forEach(_ partition: Int, _ body: (UnsafeMutablePointer<Row>, Int, Int) -> Void) {
    var left = count(partition)
    var position = 0
    for block in blocks[partition] {
      let rows = min(left, blockRows)
      body(block, rows, position)
      left -= rows
      position += rows
    }
  }

  /// Gives the memory of a partition back; its rows are gone.
  func release(_ partition: Int) {
    for block in blocks[partition] { madvise(block, Self.blockBytes, MADV_DONTNEED) }
  }
}
