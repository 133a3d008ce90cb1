import Testing
import Values

@testable import Pipeline

@Suite struct ScopeFilterTests {
  private func texts(_ values: [String]) -> ColumnValues { .text(TextColumn(values)) }

  private func table(_ columns: [(String, ColumnValues)]) -> DataTable {
    DataTable(
      name: "t", heads: columns.map { ColumnHead($0.0, .text, Phrase($0.0, $0.0)) },
      columns: columns.map(\.1))
  }

  private var customers: DataTable {
    table([
      ("customer_id", texts(["c1", "d1", "c2", "d2"])),
      ("scope", .category([0, 1, -1, 1], labels: ["external", "internal"])),
    ])
  }

  private func ids(_ table: DataTable) -> [String] {
    guard case .text(let column)? = table.values("customer_id") else { return [] }
    return column.texts
  }

  @Test func `customers inside and outside are kept apart; without a scope they are outside`() {
    let filter = ScopeFilter(customers: customers)
    #expect(ids(filter.rows(of: customers, in: .external)) == ["c1", "c2"])
    #expect(ids(filter.rows(of: customers, in: .internal)) == ["d1", "d2"])
    let survey = table([("customer_id", texts(["d1", "c1", "x", ""]))])
    #expect(ids(filter.rows(of: survey, in: .external)) == ["c1", "x", ""])
    #expect(ids(filter.rows(of: survey, in: .internal)) == ["d1"])
  }

  @Test func `answers that name a consumer department are inside`() {
    let cases = table([
      ("customer_id", texts(["", "c1", "d2"])), ("consumer", texts(["finance", "", ""])),
    ])
    let filter = ScopeFilter(customers: customers)
    #expect(filter.rows(of: cases, in: .internal).rowCount == 2)
    #expect(ids(filter.rows(of: cases, in: .external)) == ["c1"])
    let alone = ScopeFilter(customers: nil)
    #expect(alone.rows(of: cases, in: .internal).rowCount == 1)
    #expect(alone.rows(of: cases, in: .external).rowCount == 2)
  }

  @Test func `without customers inside, everything is outside`() {
    let filter = ScopeFilter(customers: nil)
    #expect(filter.rows(of: customers, in: .external).rowCount == 4)
    #expect(filter.rows(of: customers, in: .internal).rowCount == 0)
  }

  @Test func `the two scopes never share a row, and together they are all rows`() {
    let filter = ScopeFilter(customers: customers)
    for size in 0..<12 {
      let pool = ["c1", "d1", "c2", "d2", "x", ""]
      let rows = table([
        ("customer_id", texts((0..<size).map { pool[$0 * 5 % 6] })),
        ("consumer", texts((0..<size).map { $0 % 3 == 0 ? "finance" : "" })),
      ])
      let outside = filter.rows(of: rows, in: .external).rowCount
      let inside = filter.rows(of: rows, in: .internal).rowCount
      #expect(outside + inside == size)
    }
  }
}
