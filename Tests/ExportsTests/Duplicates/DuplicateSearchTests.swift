import Testing
import Values

@testable import Exports

/// Groups of customers, held against a search in no hurry.
@Suite struct DuplicateSearchTests {
  private func found(
    _ ids: [String], _ columns: [String: [String]], keys: [DuplicateKey] = DuplicateKey.allCases,
    mostSharing: Int = 20, owner: [Int]? = nil
  ) -> DuplicateSearch.Found {
    DuplicateSearch(keys: keys, mostSharing: mostSharing).groups(
      of: ids, owner: owner ?? Array(ids.indices), columns: columns.mapValues { TextColumn($0) })
  }

  @Test func `customers tied through others are one group, each pair with its keys`() {
    let found = found(
      ["d", "a", "c", "b", "e"],
      [
        "name": ["Acme", "Acme Ltd", "Zeta", "Other", "Alone"],
        "phone": ["010-65529988", "+86 10 65529988", "13912345670", "", ""],
        "mobile": ["", "", "", "13912345670", ""],
        "tax_number": ["", "DE123456788", "DE123456788", "", ""],
      ])
    #expect(found.groups.count == 1)
    #expect(found.groups[0].members == [1, 3, 2, 0])
    #expect(
      found.groups[0].links == [
        .init(left: 1, right: 2, keys: [.taxNumber]),
        .init(left: 1, right: 0, keys: [.phone, .name]),
        .init(left: 3, right: 2, keys: [.phone]),
      ])
    #expect(found.uses.map(\.key) == [.taxNumber, .phone, .name])
    #expect(found.uses.map(\.filled) == [2, 4, 5])
  }

  @Test func `only declared keys tie`() {
    let columns = ["name": ["x1", "x1", "y1"], "phone": ["", "13912345670", "13912345670"]]
    #expect(found(["a", "b", "c"], columns, keys: [.name]).groups.map(\.members) == [[0, 1]])
    #expect(found(["a", "b", "c"], columns, keys: [.phone]).groups.map(\.members) == [[1, 2]])
    #expect(found(["a", "b", "c"], columns, keys: [.taxNumber]).uses == [])
    #expect(found(["a", "b", "c"], columns, keys: []).groups == [])
  }

  @Test func `a value that too many share ties nobody and is counted`() {
    let ids = (1...6).map { "c\($0)" }
    let columns = ["phone": ids.map { _ in "010-65529988" }]
    #expect(found(ids, columns, mostSharing: 6).groups.map(\.members.count) == [6])
    let crowded = found(ids, columns, mostSharing: 5)
    #expect(crowded.groups == [])
    #expect(crowded.uses == [.init(key: .phone, filled: 6, unusable: 0, crowded: 1)])
  }

  @Test func `placeholders are counted and tie nobody`() {
    let found = found(
      ["a", "b", "c"], ["tax_number": ["000000", "000000", "91110000802100433A"]])
    #expect(found.groups == [])
    #expect(found.uses == [.init(key: .taxNumber, filled: 3, unusable: 3, crowded: 0)])
  }

  @Test func `customers that are merged already count as one, with the keys of both rows`() {
    // The last row is one that was merged into a; it brings b along, and a alone is no group.
    let ids = ["a", "b"]
    let names = ["name": ["North", "South", "South"]]
    #expect(found(ids, names, owner: [0, 1, 0]).groups.map(\.members) == [[0, 1]])
    #expect(found(["a"], ["name": ["North", "North"]], owner: [0, 0]).groups == [])
  }

  /// Random small alphabets, so that ties and chains are many.
  @Test(arguments: 1...30)
  func `consistency: groups are the components of all pairs that share a value`(_ seed: UInt64) {
    var random = SampleGenerator(state: seed)
    let count = Int.random(in: 0...40, using: &random)
    let ids = (0..<count).map { "c\($0)" }.shuffled(using: &random)
    func column(_ kinds: Int, _ text: (Int) -> String) -> [String] {
      ids.map { _ in
        let kind = Int.random(in: 0...(kinds * 3), using: &random)
        return kind > kinds * 2 ? text(kind) : ""
      }
    }
    let columns = [
      "name": column(12) { "Name \($0)" }, "phone": column(9) { "1391234560\($0 % 10)" },
      "tax_number": column(7) { "DE10000000\($0)" },
    ]
    let keys: [DuplicateKey] = [.taxNumber, .phone, .name]
    func shared(_ a: Int, _ b: Int) -> [DuplicateKey] {
      keys.filter { key in
        let column = columns[key.columns[0]] ?? []
        return !Set(key.texts(of: column[a])).isDisjoint(with: key.texts(of: column[b]))
      }
    }
    // Flood from each customer.
    var expected: Set<Set<Int>> = []
    for start in 0..<count {
      var reached: Set = [start]
      var open = [start]
      while let next = open.popLast() {
        for other in 0..<count where !reached.contains(other) && !shared(next, other).isEmpty {
          reached.insert(other)
          open.append(other)
        }
      }
      if reached.count > 1 { expected.insert(reached) }
    }
    let found = found(ids, columns, keys: keys, mostSharing: 50)
    #expect(Set(found.groups.map { Set($0.members) }) == expected)
    for group in found.groups {
      for link in group.links { #expect(link.keys == shared(link.left, link.right)) }
      let pairs = group.members.flatMap { a in
        group.members.filter { a < $0 && !shared(a, $0).isEmpty }
      }
      #expect(group.links.count == pairs.count)
    }
    #expect(
      found.groups.map { ids[$0.members[0]] } == found.groups.map { ids[$0.members[0]] }.sorted())
  }
}
