import Testing

/// Amounts, counts and scores as the world writes them.
@Suite struct SpoiledNumberTests {
  private static func orders(_ amounts: String...) -> [String: String] {
    let rows = amounts.enumerated().map { index, amount in
      "\(index + 1);a;2025-01-0\(index % 9 + 1);\(amount)\n"
    }
    return ["orders.csv": "order_id;customer_id;order_date;amount\n" + rows.joined()]
  }

  private static let ledger = ["stage", "ledger", "--orders", "orders.csv", "--format", "csv"]

  private static func survey(_ answers: String...) -> [String: String] {
    let rows = answers.enumerated().map { "\($0 + 1),2025-01-0\($0 % 9 + 1),\($1)\n" }
    return ["survey.csv": "response_id,date,csat\n" + rows.joined()]
  }

  private static let satisfaction = [
    "stage", "satisfaction", "--survey", "survey.csv", "--format", "csv", "--min-cell", "1",
  ]

  private static let pipeline = """
    as_of: 2025-01-31
    exports:
      orders:
        files: orders.csv
        decimal: semicolon
        date_order: { order_date: dmy, amout: mdy }
        scale: { amount: satisfaction-5 }
        labels: { good: four }
    steps: [{ stage: ledger }]

    """

  static let cases: [SpoiledCase] = [
    SpoiledCase("decimal-comma", exit: 0, ledger, texts: orders("1.234,56", "12,50", "-7,25")),
    SpoiledCase(
      "thousands-commas", exit: 0, ledger, texts: orders("1,234.56", "12.50", "(7.25)", "5-")),
    SpoiledCase(
      "spaces-and-currency", exit: 0, ledger + ["--currency", "EUR"],
      texts: orders("1 234,56 €", "€ 12,50", "-7,25 EUR")),
    SpoiledCase(
      "full-width-and-myriads", exit: 0, ledger,
      texts: orders("１２３．４５", "￥1.2万", "3亿元", "－5")),
    SpoiledCase("two-decimal-marks", exit: 65, ledger, texts: orders("1,234", "2,500", "750")),
    SpoiledCase("points-in-doubt", exit: 65, ledger, texts: orders("1.234", "2.500", "750")),
    SpoiledCase(
      "decimal-said", exit: 0, ledger + ["--decimal", "comma"], texts: orders("1,234", "2,500")),
    SpoiledCase(
      "decimal-said-of-the-field", exit: 0, ledger + ["--decimal", "amount=point"],
      texts: orders("1,234", "2,500")),
    SpoiledCase("as-many-of-both", exit: 65, ledger, texts: orders("12.50", "12,50")),
    SpoiledCase(
      "a-few-of-the-other", exit: 0, ledger, texts: orders("12.50", "13.50", "14,50", "1,4,50")),
    SpoiledCase("other-currency", exit: 65, ledger, texts: orders("$12.50", "$13.50")),
    SpoiledCase(
      "a-few-in-another-currency", exit: 0, ledger, texts: orders("¥12.50", "13.50", "$14.50")),
    SpoiledCase(
      "rejects-are-exact", exit: 0, ledger + ["--rejects", "rejects.csv"],
      texts: orders("12,50", "12.50", "1.234,5", "12,5 kg", "5%", "99999999999999,99"),
      shows: ["rejects.csv"]),
    SpoiledCase("decimal-unknown", exit: 64, ledger + ["--decimal", "coma"], texts: orders("1")),
    SpoiledCase(
      "decimal-of-no-field", exit: 64, ledger + ["--decimal", "amout=comma"], texts: orders("1")),
    SpoiledCase(
      "settings-wrong", exit: 78, ["check", "pipeline.yaml"],
      texts: orders("1").merging(["pipeline.yaml": pipeline]) { $1 }),
    SpoiledCase(
      "inspected", exit: 0, ["inspect", "orders.csv", "--contract", "orders"],
      texts: [
        "orders.csv":
          "order_id,customer_id,order_date,amount,quantity,margin\n"
          + "1,a,2025/1/5,\"¥1,234.50\",\"1,250\",12.5\n2,b,2025/1/6,¥7.00,\"2,500\",x\n"
      ]),
    SpoiledCase(
      "labels-without-scale", exit: 0, satisfaction, texts: survey("非常满意", "满意", "4", "一般")),
    SpoiledCase(
      "labels-by-scale", exit: 0, satisfaction + ["--scale", "satisfaction-5"],
      texts: survey("非常满意", "滿意", "Very satisfied", "4", "不清楚", "比较满意", "一般")),
    SpoiledCase(
      "labels-said", exit: 0,
      satisfaction + ["--label", "好=5", "--label", "差=1", "--label", "没用过="],
      texts: survey("好", "差", "没用过", "还行")),
    SpoiledCase(
      "scale-of-the-wrong-field", exit: 64, satisfaction + ["--scale", "csat=agreement-7"],
      texts: survey("同意")),
  ]

  @Test(arguments: cases) func `numbers`(_ spoiled: SpoiledCase) throws {
    try spoiled.check("number")
  }
}
