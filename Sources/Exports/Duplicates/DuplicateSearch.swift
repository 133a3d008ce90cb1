package import Values

/// Finds customers that have a declared key in common.
///
/// Groups are the connected components over shared keys. Nothing is merged here. Customers that a
/// merge map has made one already count as one, with the keys of all their rows. A value that more
/// customers than `mostSharing` have (a hotline, a head office) ties nobody and is counted.
package struct DuplicateSearch: Sendable {
  package let keys: [DuplicateKey]
  package let mostSharing: Int

  package init(keys: [DuplicateKey], mostSharing: Int) {
    self.keys = keys
    self.mostSharing = mostSharing
  }

  /// What came of one key.
  package struct KeyUse: Sendable, Equatable {
    package let key: DuplicateKey
    /// Customers with something in its columns.
    package var filled = 0
    /// Those among them whose value is a placeholder or none of the kind.
    package var unusable = 0
    /// Values that too many customers share.
    package var crowded = 0
  }

  /// Two customers that share keys, by their places in the list that was searched.
  package struct Link: Sendable, Equatable {
    package let left: Int
    package let right: Int
    /// In the order in which the keys are declared.
    package let keys: [DuplicateKey]
  }

  /// Customers that may be one: members by the bytes of their ids, links by their members.
  package struct Group: Sendable, Equatable {
    package let members: [Int]
    package let links: [Link]
  }

  package struct Found: Sendable {
    /// By the id of the first member.
    package var groups: [Group] = []
    /// Only keys whose column is there.
    package var uses: [KeyUse] = []
  }

  /// - Parameters:
  ///   - customers: ids without repeats; groups name them by their place.
  ///   - owner: for each row of the columns the place of its customer.
  ///   - columns: text columns of the customers contract by name.
  package func groups(
    of customers: [String], owner: [Int], columns: [String: TextColumn]
  ) -> Found {
    var found = Found()
    var links: [Pair: [DuplicateKey]] = [:]
    var sets = DisjointSets(count: customers.count)
    for key in keys where !found.uses.contains(where: { $0.key == key }) {
      let texts = key.columns.compactMap { columns[$0] }
      guard !texts.isEmpty else { continue }
      var use = KeyUse(key: key)
      for sharing in sharedValues(key, texts, owner, &use) {
        guard sharing.count <= mostSharing else {
          use.crowded += 1
          continue
        }
        for (index, left) in sharing.enumerated() {
          for right in sharing[(index + 1)...] {
            sets.join(left, right)
            if links[Pair(left, right)]?.last != key {
              links[Pair(left, right), default: []].append(key)
            }
          }
        }
      }
      found.uses.append(use)
    }
    found.groups = groups(links, &sets, customers)
    return found
  }

  /// Two places, the lower one first.
  private struct Pair: Hashable {
    let low: Int
    let high: Int

    init(_ a: Int, _ b: Int) { (low, high) = (min(a, b), max(a, b)) }
  }

  /// The customers of each value that several have.
  ///
  /// Hashes say which values can be equal; the values themselves decide.
  private func sharedValues(
    _ key: DuplicateKey, _ columns: [TextColumn], _ owner: [Int], _ use: inout KeyUse
  ) -> [[Int]] {
    var entries: [(hash: UInt64, row: Int)] = []
    entries.reserveCapacity(owner.count)
    for row in owner.indices {
      var isFilled = false
      var isUsable = false
      for column in columns where !column.isMissing(row) {
        isFilled = true
        for value in key.values(of: column.utf8(row)) {
          isUsable = true
          entries.append((Self.hash(value), row))
        }
      }
      if isFilled { use.filled += 1 }
      if isFilled, !isUsable { use.unusable += 1 }
    }
    entries.sort { ($0.hash, $0.row) < ($1.hash, $1.row) }
    var shared: [[Int]] = []
    var at = 0
    while at < entries.count {
      var end = at + 1
      while end < entries.count, entries[end].hash == entries[at].hash { end += 1 }
      if end > at + 1 { shared += sameValues(key, columns, entries[at..<end], owner) }
      at = end
    }
    return shared
  }

  /// The customers of rows with one hash, by the value itself.
  private func sameValues(
    _ key: DuplicateKey, _ columns: [TextColumn], _ entries: ArraySlice<(hash: UInt64, row: Int)>,
    _ owner: [Int]
  ) -> [[Int]] {
    // Mostly one value: the others are looked for in the list behind it.
    var values: [[UInt8]] = []
    var owners: [[Int]] = []
    for (hash, row) in entries {
      for column in columns where !column.isMissing(row) {
        for value in key.values(of: column.utf8(row)) where Self.hash(value) == hash {
          if let place = values.firstIndex(of: value) {
            if owners[place].last != owner[row] { owners[place].append(owner[row]) }
          } else {
            values.append(value)
            owners.append([owner[row]])
          }
        }
      }
    }
    return owners.map { Set($0).sorted() }.filter { $0.count > 1 }
  }

  /// FNV-1a, mixed at the end.
  private static func hash(_ text: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in text { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    return hash ^ (hash >> 31)
  }

  private func groups(
    _ links: [Pair: [DuplicateKey]], _ sets: inout DisjointSets, _ customers: [String]
  ) -> [Group] {
    func comesFirst(_ a: Int, _ b: Int) -> Bool {
      customers[a].utf8.lexicographicallyPrecedes(customers[b].utf8)
    }
    var members: [Int: Set<Int>] = [:]
    var own: [Int: [Link]] = [:]
    for (pair, keys) in links {
      let root = sets.root(pair.low)
      members[root, default: []].formUnion([pair.low, pair.high])
      let isInOrder = comesFirst(pair.low, pair.high)
      own[root, default: []].append(
        Link(
          left: isInOrder ? pair.low : pair.high, right: isInOrder ? pair.high : pair.low,
          keys: keys))
    }
    return members.map { root, members in
      Group(
        members: members.sorted(by: comesFirst),
        links: (own[root] ?? []).sorted { a, b in
          a.left != b.left ? comesFirst(a.left, b.left) : comesFirst(a.right, b.right)
        })
    }
    .sorted { comesFirst($0.members[0], $1.members[0]) }
  }
}

extension TextColumn {
  fileprivate func utf8(_ row: Int) -> ArraySlice<UInt8> { bytes[offsets[row]..<offsets[row + 1]] }
}
