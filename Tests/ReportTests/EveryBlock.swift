import Report
import Values

/// A document with every block and every kind of chart, and with data that tries to act.
enum EveryBlock {
  static let spiteful = "=HYPERLINK(\"http://x\") | <b>*Müller* & 张伟</b> [x](y) `z`"

  static func document(_ language: Language = .english) -> Document {
    Document(
      language: language, currency: .cny, title: "Review", company: "Example & Co",
      asOf: Day(number: 20_453), period: "Q4 2025", version: "1", pages: pages, listRows: 20)
  }

  static var pages: [Page] {
    [
      Page(
        anchor: "cover", title: "Review", question: "", headline: "Example",
        blocks: [
          .contents([
            Page.Link(anchor: "charts", title: "Q4", question: "What?"),
            Page.Link(anchor: "missing", title: "Nowhere", question: ""),
          ])
        ]),
      Page(
        anchor: "summary", title: "Summary", question: "How?", headline: spiteful,
        blocks: [
          .cards(measures), .heading("Findings"), .findings(findings), .actions(findings),
          .findings([]), .actions([]),
        ]),
      Page(
        anchor: "charts", title: "Q4", question: "What?", headline: "This.",
        blocks: charts.map { .chart($0) } + [.notes(notes)]),
      Page(
        anchor: "list", title: "Q4", question: "Who?", headline: "These.",
        blocks: [.paragraph(spiteful), .table(list), .notes(notes)]),
    ]
  }

  static var measures: [Measure] {
    var revenue = Measure(
      id: "net", label: "Revenue", value: 1_234_567.5, unit: .money(.cny), betterWhen: .higher)
    revenue.previous = 1_000_000
    revenue.target = 2_000_000
    revenue.trend = [1, 2, .nan, 3]
    let share = Measure(
      id: "share", label: "Share", value: 0.25, unit: .share, low: 0.2, high: 0.3, n: 50)
    let none = Measure(id: "none", label: "None", value: nil, unit: .days, reason: "no orders")
    let broken = Measure(id: "broken", label: "Broken", value: .nan, unit: .ratio)
    return [revenue, share, none, broken]
  }

  static let findings = [
    Finding(
      id: "a", severity: .alarm, sentence: spiteful, page: "charts", action: "Call", owner: "Me"),
    Finding(id: "b", severity: .good, sentence: "Good.", page: "nowhere"),
  ]

  static let notes = [Note(.method, "A/B"), Note(.caution, spiteful)]

  static var charts: [Chart] {
    let money = NumberStyle.prose(.money(.cny))
    let share = NumberStyle.prose(.share)
    func chart(_ id: String, _ style: NumberStyle, _ kind: Chart.Kind) -> Chart {
      Chart(id: id, title: "\(id) \(spiteful)", altText: spiteful, kind: kind, style: style)
    }
    return [
      chart(
        "bars", money,
        .bars(categories: ["a", spiteful, "c"], values: [1e6, -2e5, .nan], alarms: [1])),
      chart("columns", money, .columns(categories: ["Q1", "Q2"], values: [1, 2])),
      chart(
        "diverging", share,
        .diverging(
          categories: ["x", "y"], levels: ["1", "2", "3"], neutral: 1,
          shares: [[0.2, 0.3, 0.5], [0, 0, 0]])),
      chart(
        "scale", share,
        .diverging(categories: ["x"], levels: ["1", "2"], neutral: nil, shares: [[0.4, 0.6]])),
      chart(
        "intervals", share,
        .intervals(
          categories: ["x", "y"], low: [0.1, .nan], middle: [0.2, 0.3], high: [0.3, .nan])),
      chart(
        "lines", share,
        .lines(x: ["1", "2", "3"], series: [("a", [0.1, .nan, 0.2]), ("b", [0.2, 0.1, .nan])])),
      chart(
        "heat", share,
        .heatMap(rows: ["r1", "r2"], columns: ["c1", "c2"], values: [[1, 2], [3, .nan]])),
      chart("points", money, .points(plane)),
      chart(
        "band", share,
        .band(
          BandLine(
            x: ["1", spiteful, "3", "4"], name: "a", low: [0.1, 0.2, .nan, 0.1],
            middle: [0.2, 0.3, .nan, 0.2], high: [0.3, 0.4, .nan, 0.3], mark: .init(spiteful, [1]),
            beside: .init("b", [0.3, .nan, 0.2, 0.4])))),
      chart("empty", share, .bars(categories: [], values: [], alarms: [])),
    ]
  }

  static let plane = PointPlane(
    points: [
      .init(0.2, 1e6, label: "a"), .init(0.21, 9.9e5, label: spiteful, group: 1),
      .init(0.8, 2e5, label: "c"), .init(0.5, 3e5), .init(.nan, 1, label: "d"),
    ],
    groups: [.init("one"), .init("two", isAlarm: true)], x: .init(.prose(.share), cut: 0.4),
    y: .init(.prose(.money(.cny)), cut: 5e5, isLogarithmic: true),
    quadrants: .init(
      upperLeft: "upper left", upperRight: "upper right", lowerLeft: "lower left",
      lowerRight: "lower right"))

  static var list: ReportTable {
    var rows: [[ReportTable.Cell]] = []
    for row in 0..<30 {
      let number = Double(row)
      rows.append([
        .text("Customer \(row)"), .day(Day(number: 20_000 + Int32(row))),
        .number(1_234_567.89 * number), .number(0.5), .number(number),
      ])
    }
    rows[3][0] = .text(spiteful)
    rows[5][3] = .number(.nan)
    rows[7][4] = .missing("n < 5")
    rows[29][0] = .text("客户有限公司")
    var table = ReportTable(
      id: "customers", title: "Customers",
      columns: [
        .init("Customer", .text), .init("First day", .day),
        .init("Revenue", .money(.cny), shading: .bar), .init("Share", .share, shading: .scale),
        .init("Orders", .count),
      ], rows: rows, totalRows: 1234)
    table.wholeList = "lists/customers.csv"
    return table
  }
}
