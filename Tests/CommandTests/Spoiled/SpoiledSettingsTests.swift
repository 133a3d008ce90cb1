import Testing

/// Settings of stages, of reading and of guards that are wrong, unknown, misspelt or doubled.
@Suite struct SpoiledSettingsTests {
  private static let orders = [
    "orders.csv":
      "order_id,customer_id,order_date,amount\n1,a,2025-01-05,9.50\n2,b,2025-01-06,3.00\n3,a,2025-01-09,1\n"
  ]

  private static func byHand(
    _ name: String, exit status: Int32, _ options: String...
  ) -> SpoiledCase {
    SpoiledCase(
      name, exit: status,
      ["stage", "rfm", "--orders", "orders.csv", "--as-of", "2025-01-31"] + options, texts: orders)
  }

  private static func check(
    _ name: String, exit status: Int32 = 78, _ yaml: String, _ options: String...,
    command: String = "check"
  ) -> SpoiledCase {
    var files = orders
    files["p.yaml"] = yaml
    return SpoiledCase(name, exit: status, [command, "p.yaml"] + options, texts: files)
  }

  private static let fine = """
    as_of: 2025-01-31
    out: out
    store: s.sqlite
    exports: { orders: orders.csv }
    steps: [{ stage: ledger }, { stage: rfm, as: value }]

    """

  static let cases = [
    byHand("misspelt", exit: 78, "--set", "bin=4"),
    byHand(
      "wrong-types", exit: 78, "--set", "bins=five", "--set", "segments=[a]", "--set", "binning=~"),
    byHand("out-of-range", exit: 78, "--set", "bins=2"),
    byHand("twice", exit: 64, "--set", "bins=4", "--set", "bins=5"),
    byHand("without-equals", exit: 64, "--set", "bins"),
    byHand("without-a-value", exit: 78, "--set", "bins="),
    byHand("value-is-no-yaml", exit: 78, "--set", "bins=[4"),
    byHand("day-not-of-the-calendar", exit: 64, "--set", "bins=4", "--as-of", "2024-02-30"),
    byHand("currency-not-of-the-list", exit: 64, "--currency", "RMB"),
    byHand("options-out-of-range", exit: 64, "--min-cell", "0"),
    byHand("zone-by-name", exit: 64, "--time-zone", "Asia/Shanghai"),
    check(
      "of-the-pipeline",
      """
      as_of: 2025-02-30
      currency: RMB
      time_zone: Asia/Shanghai
      zero_amount: maybe
      min_cell: 0
      list_rows: 2000000
      title: { en: Review, de: Bericht }
      company: [x]
      exports: { orders: orders.csv }
      steps: [{ stage: ledger }]
      packs: [{ name: a/b, languages: en }]

      """),
    check(
      "of-reading",
      """
      as_of: 2025-01-31
      exports:
        orders:
          files: orders.csv
          preset: zoho
          encoding: latin1
          delimiter: pipe
          grain: lines
          columns: { amout: Total, customer_id: [a, b] }
          exclude: { state: [cancelled], status: { is: open } }
          colums: { x: y }
      steps: [{ stage: ledger }]

      """),
    check(
      "of-guards",
      """
      as_of: 2025-01-31
      exports:
        orders:
          files: orders.csv
          max_rejected: 20
          min_rows: -1
          max_drop: lots
          max_repeated: 120 %
          columns_gone: never
          max_age: 3 weeks
          max_reject: 5 %
      steps: [{ stage: ledger }]

      """),
    check(
      "of-stages",
      """
      as_of: 2025-01-31
      exports: { orders: orders.csv }
      steps:
        - stage: rfm
          settings: { bins: 4, bins: 5 }

      """),
    check(
      "of-stages-wrong",
      """
      as_of: 2025-01-31
      exports: { orders: orders.csv }
      steps:
        - stage: rfm
          settings: { bins: "4", segments: twelve, bining: quantiles }
        - stage: ledger
          settings: [refunds]
        - stage: ledger
          as: again
          seting: {}
        - { as: nothing }
        - ledger

      """),
    check("set-unknown-step", exit: 64, fine, "--set", "steps.rfm.bins=4"),
    check("set-unknown-key", fine, "--set", "exports.orders.max_drops=50 %"),
    check("set-guard-wrong", fine, "--set", "exports.orders.max_rejected=5"),
    check("set-twice", exit: 64, fine, "--set", "currency=USD", "--set", "currency=EUR"),
    check("set-below-a-value", exit: 64, fine, "--set", "as_of.year=2025"),
    check("target-of-no-step", fine + "targets: { rfm.customers: 5, ledgr.customers: 5, x: 1 }\n"),
    check(
      "target-of-no-measure",
      fine + "targets:\n  ledger.custmers: 5\n  value.nothing_like_it: 1\n  ledger.customers: 2\n",
      command: "run"),
  ]

  @Test(arguments: cases) func `a spoiled setting`(_ one: SpoiledCase) throws {
    try one.check("settings")
  }
}
