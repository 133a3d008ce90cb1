package import Diagnostics
package import Exports
package import Report
package import Values

/// A pipeline file as a value: which exports, which steps, which packs.
package struct PipelineFile: KeyedSettings {
  /// Title of the pack.
  package var title = LocalizedText("Customer review")
  package var company = LocalizedText("")
  package var asOf: Day?
  package var currency = Currency.cny
  /// Where date-times with a zone are brought to before their day is taken; nil keeps them as written.
  package var timeZone: ZoneOffset?
  package var zeroAmount = ZeroAmount.purchase
  package var minCell = 5
  /// What customers' pseudonyms are made with; a secret, never echoed.
  package var maskKey: MaskKey?
  package var listRows = 50_000
  /// Folder of the export files; relative to the pipeline file.
  package var data: String?
  package var store: String?
  package var out: String?
  package var exports = ExportPlans()
  package var mergeMap = MergeMapPlan()
  package var steps: [StepPlan] = []
  package var packs: [PackPlan] = []
  package var targets = Targets()

  package init() {}

  /// Of all its packs, for they lie in one folder and share its lists.
  package var profile: Profile { packs.first?.profile ?? .internal }

  /// The masking of its packs.
  package var masking: Masking { Masking(profile) { pseudonym(of: $0) } }

  /// What stands for a customer's number outside; of the empty text, what the key is known by.
  func pseudonym(of number: String) -> String { Pseudonym.of(number, key: maskKey?.text ?? "") }

  package static var fields: [SettingField<PipelineFile>] {
    [
      SettingField("title", \.title, Phrase("Title of the pack", "报告标题")),
      SettingField("company", \.company, Phrase("Company the pack is about", "公司名称")),
      SettingField(
        "as_of", \.asOf,
        Phrase("Facts after this day are left out; ages end here", "统计截止日；之后的数据不计入")),
      SettingField("currency", \.currency, Phrase("Base currency, ISO 4217", "本位币")),
      SettingField(
        "time_zone", \.timeZone,
        Phrase("Zone that date-times with a zone are brought to: +08:00", "带时区的时间换算到的时区")),
      SettingField(
        "zero_amount", \.zeroAmount, Phrase("Whether a free order is a purchase", "零金额订单是否算购买")),
      SettingField(
        "min_cell", \.minCell,
        Phrase("Groups with fewer answers lose every figure", "少于此数的组不显示任何数值"),
        check: { $0 >= 1 ? nil : "at least 1" }),
      SettingField(
        "mask_key", \.maskKey,
        Phrase(
          "Secret that pseudonyms of external packs are made with; keep it for stable ones",
          "生成外部报告客户代号的密钥；保持不变则代号稳定")),
      SettingField(
        "list_rows", \.listRows, Phrase("Longest list in the workbook", "工作簿中清单的最大行数"),
        check: { (1...1_000_000).contains($0) ? nil : "1 to 1,000,000" }),
      SettingField("data", \.data, Phrase("Folder of the export files", "导出文件所在目录")),
      SettingField("store", \.store, Phrase("The SQLite file", "SQLite 数据文件")),
      SettingField("out", \.out, Phrase("Folder of the packs", "报告输出目录")),
      SettingField("exports", \.exports, Phrase("Export files by contract", "各类导出文件")),
      SettingField(
        "merge_map", \.mergeMap, Phrase("Customers that are one: file or map", "客户合并表：文件或映射")),
      SettingField("steps", \.steps, Phrase("Stages in the order they run", "按顺序运行的步骤")),
      SettingField("packs", \.packs, Phrase("What is written", "输出的报告")),
      SettingField("targets", \.targets, Phrase("Targets by step.measure", "目标值（步骤.指标）")),
    ]
  }
}

/// One run of a stage.
package struct StepPlan: KeyedSettings {
  package var stage = ""
  package var id: String?
  package var scope = Source.Scope.external
  package var settings = RawNode()

  package init() {}

  package static var fields: [SettingField<StepPlan>] {
    [
      SettingField("stage", \.stage, Phrase("Name of the stage", "分析名称")),
      SettingField(
        "as", \.id, Phrase("Id of the step; by default the stage's name", "步骤编号；默认同分析名称")),
      SettingField("scope", \.scope, Phrase("Customers outside or inside the company", "外部或内部客户")),
      SettingField("settings", \.settings, Phrase("Settings of the stage", "分析设置")),
    ]
  }

  package var step: String { id ?? stage }
}

/// One pack: which steps' pages, in which order, in which languages.
package struct PackPlan: KeyedSettings {
  package var name = "review"
  package var languages = [Language.english]
  /// Step ids in page order; empty for all steps.
  package var pages: [String] = []
  package var profile = Profile.internal

  package init() {}

  package static var fields: [SettingField<PackPlan>] {
    [
      SettingField(
        "name", \.name, Phrase("Begins the names of the files", "文件名前缀"),
        check: { FileName.isPlain($0) ? nil : "letters, digits, '-' and '_'" }),
      SettingField("languages", \.languages, Phrase("Languages it is written in", "语言")),
      SettingField("pages", \.pages, Phrase("Step ids in page order", "页面顺序（步骤编号）")),
      SettingField(
        "profile", \.profile,
        Phrase(
          "Who reads it, and so which names, contacts and comments stand in it",
          "阅读对象；决定显示哪些名称、联系方式与意见")),
    ]
  }
}

extension Profile: SettingValue {}

/// A map that is read later, by the stage it belongs to.
package struct RawNode: SettingValue {
  package var node: SettingNode?

  package init(_ node: SettingNode? = nil) { self.node = node }

  package static var accepted: String { "a map of settings" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> RawNode? {
    RawNode(node)
  }

  package var echoed: SettingEcho { .none }
}

/// Targets by `step.measure`, in the order of the file.
package struct Targets: SettingValue {
  package var values: [(measure: String, value: Double, place: Diagnostic.Place)] = []

  package init() {}

  package static var accepted: String { "a map of step.measure to a number" }

  package static func read(_ node: SettingNode, _ problems: inout Diagnostics) -> Targets? {
    guard case .map(let entries) = node.content else {
      reject(node, &problems)
      return nil
    }
    var targets = Targets()
    for entry in entries {
      guard let value = Double.read(entry.value, &problems) else { continue }
      targets.values.append((entry.key, value, entry.keyPlace))
    }
    return targets
  }

  package var echoed: SettingEcho {
    .map(values.map { SettingEcho.Entry($0.measure, .number($0.value)) })
  }
}
