import Diagnostics
import Testing
import Values

@testable import Store

/// Random files of few orders, products and customers, so that nearly everything collides.
@Suite struct VersionPropertyTests {
  struct Setting: CustomTestStringConvertible {
    var seed: UInt64
    var replaces: Bool
    var usesProduct: Bool
    var testDescription: String { "seed \(seed), replaces \(replaces), products \(usesProduct)" }
    var shape: FactShape { .orders(replacing: replaces) }
    var key: [String] { usesProduct ? ["order_id", "product"] : ["order_id"] }
    var model: VersionModel { VersionModel(replacesOrders: replaces, usesProduct: usesProduct) }
  }

  static let settings: [Setting] = (UInt64(0)..<16).map { (seed: UInt64) -> Setting in
    Setting(seed: seed, replaces: seed & 1 == 0, usesProduct: seed & 2 == 0)
  }

  static func lines(_ random: inout SeededGenerator) -> [OrderLine] {
    let order = Bool.random(using: &random)
    let lines = (0..<Int.random(in: 0...12, using: &random)).map { _ in
      let number = Int.random(in: 0...6, using: &random)
      return OrderLine(
        number == 0 ? "" : "O\(number)", "P\(Int.random(in: 1...3, using: &random))",
        customer: "C\(Int.random(in: 1...5, using: &random))",
        day: Int32.random(in: 20_000...20_003, using: &random),
        amount: Int64.random(in: -500...2_000, using: &random))
    }
    return order ? lines.sorted { $0.order < $1.order } : lines
  }

  static func account(_ store: Store) throws -> [String] {
    try store.files().map { "\($0.name) \($0.accepted) \($0.merged) \($0.withdrawn)" }
  }

  /// What people see of a store, without the numbers it gives to files, rows and ids.
  static func facts(_ store: Store) throws -> [String] {
    try store.query(
      """
      SELECT f.name, o.file_line, c.id, i.id, o.product, o.order_date, o.amount, s.name
      FROM orders o JOIN files f ON f.id = o.file_id
      JOIN customer_ids c ON c.code = o.customer_id
      LEFT JOIN order_ids i ON i.code = o.order_id LEFT JOIN files s ON s.id = o.superseded_by
      ORDER BY f.position, o.file_line
      """)
      + (try store.query("SELECT id FROM customer_ids ORDER BY id"))
      + (try store.query("SELECT id FROM order_ids ORDER BY id"))
      + (try store.currentOrders().map(\.description))
  }

  @Test(arguments: settings) func `the store agrees with the rules played by brute force`(
    _ setting: Setting
  ) throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    var random = SeededGenerator(seed: setting.seed)
    var model = setting.model
    for number in 0..<8 {
      let lines = Self.lines(&random)
      model.files.append(.init(name: "f\(number)", lines: lines))
      try store.ingest("f\(number)", lines, key: setting.key, shape: setting.shape)
      #expect(try store.currentOrders() == model.play())
      #expect(
        try Self.account(store)
          == model.files.map { "\($0.name) \($0.accepted) \($0.merged) \($0.withdrawn)" })
      let files = try store.files()
      #expect(
        try store.currentCount("orders") == files.map { $0.accepted - $0.withdrawn }.reduce(0, +))
    }
    try store.close()
  }

  @Test(arguments: settings) func `a forgotten file might as well never have come`(
    _ setting: Setting
  ) throws {
    let scratch = try Scratch()
    let store = try scratch.open()
    var random = SeededGenerator(seed: setting.seed &+ 100)
    var left: [(name: String, lines: [OrderLine])] = []
    for number in 0..<9 {
      let lines = Self.lines(&random)
      left.append(("f\(number)", lines))
      try store.ingest("f\(number)", lines, key: setting.key, shape: setting.shape)
      guard Int.random(in: 0..<3, using: &random) == 0 else { continue }
      let gone = Int.random(in: 0..<left.count, using: &random)
      let record = try #require(try store.files().first { $0.name == left[gone].name })
      try store.forget(record.id)
      left.remove(at: gone)

      let other = try Scratch()
      let fresh = try other.open()
      // A table without rows, where every file is gone.
      try fresh.forget(try fresh.ingest("none", [], key: setting.key, shape: setting.shape).id)
      for file in left {
        try fresh.ingest(file.name, file.lines, key: setting.key, shape: setting.shape)
      }
      #expect(try Self.facts(store) == Self.facts(fresh))
      #expect(try Self.account(store) == Self.account(fresh))
      try fresh.close()
    }
    try store.close()
  }

  @Test(arguments: settings) func `a file read again in its place is as if first read so`(
    _ setting: Setting
  ) throws {
    var random = SeededGenerator(seed: setting.seed &+ 200)
    var files = (0..<5).map { _ in Self.lines(&random) }
    let scratch = try Scratch()
    let store = try scratch.open()
    for (number, lines) in files.enumerated() {
      try store.ingest("f\(number)", lines, key: setting.key, shape: setting.shape)
    }
    for _ in 0..<3 {
      let number = Int.random(in: 0..<files.count, using: &random)
      files[number] = Self.lines(&random)
      let old = try store.files()[number]
      try store.ingest(
        "f\(number)", files[number], key: setting.key, settings: "\(random.next())",
        replacing: old.id, shape: setting.shape)
    }
    let other = try Scratch()
    let fresh = try other.open()
    for (number, lines) in files.enumerated() {
      try fresh.ingest("f\(number)", lines, key: setting.key, shape: setting.shape)
    }
    #expect(try Self.facts(store) == Self.facts(fresh))
    #expect(try Self.account(store) == Self.account(fresh))
    try fresh.close()
    try store.close()
  }
}
