import Testing

/// Keys that are doubled, missing, mangled, or that do not tell rows apart.
@Suite struct SpoiledKeyTests {
  private static let header = "order_id,customer_id,order_date,amount\n"
  private static let byHand = [
    "stage", "ledger", "--orders", "orders.csv", "--as-of", "2025-01-31", "--format", "csv",
  ]
  private static let run = ["run", "p.yaml"]

  private static func pipeline(_ exports: String) -> String {
    """
    as_of: 2025-01-31
    out: out
    store: s.sqlite
    exports:
      \(exports)
    steps: [{ stage: ledger }]

    """
  }

  private static func orders(
    _ name: String, exit status: Int32, _ text: String, _ plan: String = "orders: orders.csv",
    shows: [String] = []
  ) -> SpoiledCase {
    SpoiledCase(
      name, exit: status, run, texts: ["orders.csv": text, "p.yaml": pipeline(plan)], shows: shows)
  }

  private static let lines = """
    order_id,product,customer_id,order_date,amount
    A1,pen,c1,2025-01-05,10.00
    A1,ink,c1,2025-01-05,20.50
    A1,pen,c1,2025-01-05,10.00
    A2,pen,c2,2025-01-07,5.00
    A2,pen,c2,2025-01-07,7.00

    """

  static let cases = [
    orders(
      "orders-doubled", exit: 65,
      header + "1,a,2025-01-05,9.50\n2,b,2025-01-06,3.00\n1,a,2025-01-05,4.50\n2,b,2025-01-06,1\n"),
    orders("product-twice-in-an-order", exit: 65, lines),
    orders(
      "product-twice-allowed", exit: 0, lines,
      "orders: { files: orders.csv, max_repeated: 40 % }", shows: ["out/latest/account.csv"]),
    SpoiledCase("product-twice-by-hand", exit: 0, byHand, texts: ["orders.csv": lines]),
    orders(
      "lines-read-as-orders", exit: 65,
      """
      order_id,line,customer_id,order_date,amount
      A1,1,c1,2025-01-05,10.00
      A1,2,c1,2025-01-05,20.50
      A1,3,c1,2025-01-05,10.00
      A2,1,c2,2025-01-07,5.00

      """, "orders: { files: orders.csv, grain: order }"),
    orders(
      "line-numbers-doubled", exit: 65,
      """
      order_id,line,customer_id,order_date,amount
      A1,1,c1,2025-01-05,10.00
      A1,1,c1,2025-01-05,20.50
      A1,1,c1,2025-01-05,10.00
      A2,1,c2,2025-01-07,5.00

      """),
    SpoiledCase(
      "order-ids-missing", exit: 0, byHand + ["--rejects", "rejects.csv"],
      texts: [
        "orders.csv": header + "1,a,2025-01-05,9.50\n,b,2025-01-06,3.00\n  ,b,2025-01-07,1\n"
      ],
      shows: ["rejects.csv"]),
    SpoiledCase(
      "order-ids-all-missing", exit: 65, byHand,
      texts: ["orders.csv": header + ",a,2025-01-05,9.50\n,b,2025-01-06,3.00\n"]),
    orders(
      "customers-all-missing", exit: 65,
      header + "1,,2025-01-05,9.50\n2,\"\",2025-01-06,3.00\n3,\u{3000},2025-01-06,3.00\n"),
    SpoiledCase(
      "spaces-case-width-zeros", exit: 0, byHand,
      texts: [
        "orders.csv": header
          + "1,c1,2025-01-05,1\n2, c1 ,2025-01-06,2\n3,C1,2025-01-07,4\n4,ｃ１,2025-01-08,8\n"
          + "5,007,2025-01-09,16\n6,7,2025-01-10,32\n7,\"c1\",2025-01-11,64\n8,\u{3000}c1,2025-01-12,128\n"
      ]),
    SpoiledCase(
      "numbers-mangled-by-a-spreadsheet", exit: 0, byHand,
      texts: [
        "orders.csv": header
          + "1,6.22588E+18,2025-01-05,1\n2,6.22588E+18,2025-01-06,2\n3,1.0,2025-01-07,4\n4,1,2025-01-07,4\n"
      ]),
    SpoiledCase(
      "without-an-order-column", exit: 0, byHand,
      texts: [
        "orders.csv":
          "customer_id,order_date,amount\na,2025-01-05,9.50\na,2025-01-05,9.50\nb,2025-01-06,1\n"
      ]),
    SpoiledCase(
      "customers-doubled", exit: 65, run,
      texts: [
        "orders.csv": header + "1,a,2025-01-05,9.50\n",
        "customers.csv": "customer_id,name\na,Anna\nb,Bert\na,Anne\nb,Bernd\n",
        "p.yaml": pipeline("orders: orders.csv\n  customers: customers.csv"),
      ]),
    SpoiledCase(
      "exports-one-behind-the-other", exit: 65, run,
      texts: [
        "orders.csv": header + "1,a,2025-01-05,9.50\n2,b,2025-01-06,3.00\n" + header
          + "1,a,2025-01-05,9.50\n2,b,2025-01-06,3.00\n",
        "p.yaml": pipeline("orders: orders.csv"),
      ], shows: ["out/stopped-rejects.csv"]),
    SpoiledCase(
      "corrected-by-a-later-file", exit: 0,
      [
        "stage", "ledger", "--orders", "orders.csv", "--orders", "later.csv", "--as-of",
        "2025-01-31",
        "--format", "csv",
      ],
      texts: [
        "orders.csv": header + "1,a,2025-01-05,9.50\n2,b,2025-01-06,3.00\n",
        "later.csv": header + "2,b,2025-01-06,4.00\n1,a,2025-01-05,9.50\n",
      ]),
  ]

  @Test(arguments: cases) func `a spoiled key`(_ one: SpoiledCase) throws {
    try one.check("key")
  }
}
