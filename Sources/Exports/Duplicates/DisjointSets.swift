/// Which things belong together, as pairs of them are joined.
///
/// Tarjan, Efficiency of a good but not linear set union algorithm, 1975: by size, paths halved.
struct DisjointSets {
  private var parent: [Int32]
  private var size: [Int32]

  init(count: Int) {
    parent = (0..<Int32(count)).map { $0 }
    size = [Int32](repeating: 1, count: count)
  }

  /// The one that stands for the set of a thing.
  mutating func root(_ thing: Int) -> Int {
    var at = thing
    while Int(parent[at]) != at {
      parent[at] = parent[Int(parent[at])]
      at = Int(parent[at])
    }
    return at
  }

  mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (root(a), root(b))
    guard a != b else { return }
    let (small, large) = size[a] < size[b] ? (a, b) : (b, a)
    parent[small] = Int32(large)
    size[large] += size[small]
  }
}
