import Foundation
import Testing

/// The workbooks of the pack as another library reads them (openpyxl, by a script beside this file).
@Suite(
  .enabled(
    if: Surroundings.python != nil, "no python3 with openpyxl is here: run make setup"))
struct WorkbookReadingTests {
  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "read_workbook.py").path

  struct Facts: Decodable {
    struct Sheet: Decodable {
      let name, repeats, frozen, filter, footer: String
      let rows, numbers, charts, series, paper, links: Int
      let landscape, fits_width: Bool
    }

    let sheets: [Sheet]
    let problems: [String]
    let title, subject, created, modified: String
  }

  private func read(_ workbook: Data) throws -> Facts {
    let scratch = try Scratch()
    let path = try scratch.write("book.xlsx", workbook)
    let python = try #require(Surroundings.python)
    let ended = try Program.run(
      python, [Self.script, path], in: scratch.folder,
      environment: ["PYTHONIOENCODING": "utf-8", "PYTHONUTF8": "1"])
    try #require(ended.status == 0, "\(ended.error)")
    return try JSONDecoder().decode(Facts.self, from: ended.outputBytes)
  }

  private func facts(_ language: String) throws -> Facts {
    try read(try #require(SamplePack.made.get().files["review-\(language).xlsx"]))
  }

  @Test(arguments: ["en", "zh-Hans"])
  func `series point at filled cells, numbers fit, nothing is a formula or no number`(
    _ language: String
  ) throws {
    let facts = try facts(language)
    #expect(facts.problems == [])
    #expect(facts.sheets.map(\.series).reduce(0, +) >= 15)
    #expect(facts.sheets.map(\.numbers).reduce(0, +) > 1000)
  }

  @Test(arguments: [
    (
      "en",
      [
        "Cover", "Summary", "Ledger", "RFM segments", "Customer scores", "Customer value",
        "Customer value model card", "Customer value list", "Retention", "Cohort revenue",
        "Time until lost", "Contracts", "Value tiers", "Star grades", "Customer tiers",
        "Customer life cycle", "Customers by life cycle", "Customer migration",
        "Customers who moved", "Acquisition cost", "Value and value to come", "Customers by field",
        "Value and satisfaction", "Baskets and cross-selling", "Next products", "Satisfaction",
        "Drivers", "Journey", "Loyalty", "Kano", "SERVQUAL", "Internal service",
        "What the texts say", "Data account", "Appendix",
      ]
    ),
    (
      "zh-Hans",
      [
        "封面", "摘要", "购买台账", "RFM 客户分层", "客户得分清单", "客户价值", "客户价值模型卡", "客户价值清单", "客户留存", "同期群收入",
        "客户流失时间", "合同续约", "客户价值分级", "客户星级", "客户分级清单", "客户生命周期", "客户生命周期清单", "客户迁移", "迁移客户清单",
        "获客成本", "价值与未来价值矩阵", "各象限客户清单", "价值与满意度矩阵", "购物篮与交叉销售", "推荐产品清单", "满意度", "满意度驱动因素", "客户旅程",
        "客户忠诚度", "KANO 需求分类", "服务质量差距", "内部服务质量差距", "文献论断检验", "数据账目", "附录",
      ]
    ),
  ])
  func `there is a sheet a page, in the order of the pack`(
    _ language: String, _ names: [String]
  ) throws {
    let facts = try facts(language)
    #expect(facts.sheets.map(\.name) == names)
    // The contents link to every other sheet.
    #expect(facts.sheets.first?.links == names.count - 1)
  }

  @Test(arguments: ["en", "zh-Hans"])
  func `every sheet prints on A4, the summary upright, one page wide, with numbered pages`(
    _ language: String
  ) throws {
    for sheet in try facts(language).sheets {
      let isUpright = sheet.name == (language == "en" ? "Summary" : "摘要")
      #expect(
        sheet.landscape == !isUpright && sheet.paper == 9 && sheet.fits_width, "\(sheet.name)")
      #expect(!sheet.repeats.isEmpty, "\(sheet.name)")
      #expect(sheet.footer.contains("&P") && sheet.footer.contains("&N"), "\(sheet.name)")
    }
  }

  @Test(arguments: ["en", "zh-Hans"])
  func `sheets with a long list have a filter and frozen rows`(
    _ language: String
  ) throws {
    let lists = try facts(language).sheets.filter { !$0.filter.isEmpty }
    #expect(lists.count >= 4)
    for sheet in lists {
      #expect(sheet.frozen.hasPrefix("A"), "\(sheet.name)")
    }
    // A sheet that is one list repeats its heading on every page, and freezes it.
    let only = try #require(lists.first { ["Customer scores", "客户得分清单"].contains($0.name) })
    let row = only.filter.prefix { $0 != ":" }.filter(\.isNumber)
    #expect(only.repeats == "$\(row):$\(row)")
    #expect(only.frozen == "A\((Int(row) ?? 0) + 1)")
  }

  @Test func `the properties tell title, period and the as-of day, never the clock`() throws {
    let chinese = try facts("zh-Hans")
    #expect(chinese.title == "季度客户经营回顾")
    #expect(chinese.subject == "2025 年第 4 季度")
    for facts in [chinese, try facts("en")] {
      #expect(facts.created == "2025-12-31T00:00:00")
      #expect(facts.modified == "2025-12-31T00:00:00")
    }
  }

  @Test(arguments: ["ledger", "rfm", "satisfaction", "quality"])
  func `the workbook of one stage by hand is as sound`(_ stage: String) throws {
    let scratch = try Scratch()
    let export =
      stage == "satisfaction"
      ? ["--survey", SampleCompanyFiles.path("survey-2025Q4.csv")]
      : ["--orders", SampleCompanyFiles.path("orders-2025Q4.csv")]
    let ended = try Program.run(
      ["stage", stage] + export + ["--format", "xlsx", "--output", "book.xlsx"],
      in: scratch.folder)
    try #require(ended.status == 0, "\(ended.error)")
    let facts = try read(Data(contentsOf: scratch.folder.appending(path: "book.xlsx")))
    #expect(facts.problems == [])
    #expect(facts.sheets.contains { $0.numbers > 0 })
  }
}
