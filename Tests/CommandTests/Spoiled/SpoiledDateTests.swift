import Testing

/// Dates as the world writes them.
@Suite struct SpoiledDateTests {
  private static func orders(_ dates: String...) -> [String: String] {
    let rows = dates.enumerated().map { "\($0 + 1),a,\"\($1)\",9.50\n" }
    return ["orders.csv": "order_id,customer_id,order_date,amount\n" + rows.joined()]
  }

  private static let ledger = ["stage", "ledger", "--orders", "orders.csv", "--format", "csv"]

  private static let pipeline = """
    as_of: 2025-12-31
    exports:
      orders: { files: orders.csv, date_order: dmy }
    steps: [{ stage: ledger }]

    """

  static let cases: [SpoiledCase] = [
    SpoiledCase(
      "year-first", exit: 0, ledger,
      texts: orders("2025/3/1", "2025.3.2", "2025年3月3日", "2025年3月4日下午2时05分", "2025-03-05")),
    SpoiledCase(
      "digits", exit: 0, ledger, texts: orders("20250301", "20250302 093000", "20250332")),
    SpoiledCase(
      "day-first", exit: 0, ledger, texts: orders("03/04/2025", "25/04/2025 2:05 PM", "31/04/2025")),
    SpoiledCase("month-first", exit: 0, ledger, texts: orders("03/04/2025", "04/25/2025")),
    SpoiledCase("two-orders-fit", exit: 65, ledger, texts: orders("03/04/2025", "05/06/2025")),
    SpoiledCase("three-orders-fit", exit: 65, ledger, texts: orders("03/04/05", "05/06/07")),
    SpoiledCase(
      "two-orders-mixed", exit: 65, ledger,
      texts: orders("03/04/2025", "25/04/2025", "26/04/2025", "04/27/2025")),
    SpoiledCase(
      "order-said", exit: 0, ledger + ["--date-order", "mdy"],
      texts: orders("03/04/2025", "25/04/2025")),
    SpoiledCase(
      "order-said-in-the-pipeline", exit: 0, ["check", "pipeline.yaml"],
      texts: orders("03/04/2025").merging(["pipeline.yaml": pipeline]) { $1 }),
    SpoiledCase(
      "month-by-name", exit: 0, ledger, texts: orders("3-Apr-2025", "Apr 4, 2025", "31-Apr-2025")),
    SpoiledCase(
      "excel-serial", exit: 0, ledger, texts: orders("45000", "45000.604166666664", "60", "2025")),
    SpoiledCase(
      "epoch", exit: 0, ledger + ["--time-zone", "+08:00"],
      texts: orders("1740810600", "1740850600")),
    SpoiledCase("milliseconds", exit: 0, ledger, texts: orders("1740810600123")),
    SpoiledCase(
      "rejects-are-exact", exit: 0, ledger + ["--rejects", "rejects.csv"],
      texts: orders("2025/3/1", "2025/2/29", "2025年13月1日", "２０２５／３／２", "soon", "2025/3/3 25:00"),
      shows: ["rejects.csv"]),
    SpoiledCase(
      "a-few-of-another-form", exit: 0, ledger,
      texts: orders("2025-03-01", "2025-03-02", "31/12/2024", "45000")),
    SpoiledCase("order-unknown", exit: 64, ledger + ["--date-order", "dym"], texts: orders("x")),
    SpoiledCase(
      "two-columns-in-doubt", exit: 65,
      ["stage", "quality", "--cases", "cases.csv", "--as-of", "2025-12-31"],
      texts: [
        "cases.csv":
          "case_id,opened_at,resolved_at,sla_hours\n1,03/04/2025,05/04/2025,\"1,500\"\n"
      ]),
    SpoiledCase(
      "inspected", exit: 0, ["inspect", "orders.csv", "--contract", "orders"],
      texts: orders("03/04/2025", "05/06/2025")),
  ]

  @Test(arguments: cases) func `dates`(_ spoiled: SpoiledCase) throws {
    try spoiled.check("date")
  }
}
