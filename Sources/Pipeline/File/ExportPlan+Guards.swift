import Exports
import Values

extension Guards.ColumnsGone: SettingValue {}

// The limits of an export stand beside its files; each is one key.
extension ExportPlan {
  private var maxRejected: ShareLimit {
    get { ShareLimit(guards.maxRejected) }
    set { guards.maxRejected = newValue.share }
  }
  private var minRows: Int {
    get { guards.minRows }
    set { guards.minRows = newValue }
  }
  private var maxDrop: ShareLimit {
    get { ShareLimit(guards.maxDrop) }
    set { guards.maxDrop = newValue.share }
  }
  private var maxRepeated: ShareLimit {
    get { ShareLimit(guards.maxRepeated) }
    set { guards.maxRepeated = newValue.share }
  }
  private var columnsGone: Guards.ColumnsGone {
    get { guards.columnsGone }
    set { guards.columnsGone = newValue }
  }
  private var maxAge: DayCount? {
    get { guards.maxAge.map { DayCount($0) } }
    set { guards.maxAge = newValue?.days }
  }

  static var guardFields: [SettingField<ExportPlan>] {
    [
      SettingField(
        "max_rejected", \.maxRejected,
        Phrase(
          "Largest share of rejected rows of a file; judged from three rows on",
          "单个文件拒收行的最大占比；至少三行才判断")),
      SettingField(
        "min_rows", \.minRows,
        Phrase("Fewest rows of a file that are not rejected", "单个文件未被拒收的最少行数"),
        check: { $0 >= 0 ? nil : "at least 0" }),
      SettingField(
        "max_drop", \.maxDrop,
        Phrase(
          "Largest share of rows missing against the last file of the source",
          "相对同一来源上一个文件，行数减少的最大比例")),
      SettingField(
        "max_repeated", \.maxRepeated,
        Phrase(
          "Largest share of rows that take the place of an earlier row of the same file",
          "同一文件内后行取代前行（键相同）的最大占比")),
      SettingField(
        "columns_gone", \.columnsGone,
        Phrase(
          "What a column that the last file of the source had, and this one has not, leads to",
          "上一个文件有而本文件没有的列如何处理")),
      SettingField(
        "max_age", \.maxAge,
        Phrase(
          "Most days from the newest day of the export to the as-of day: 3d; any number if left out",
          "数据最新一天距统计截止日的最多天数，如 3d；缺省不限")),
    ]
  }
}
