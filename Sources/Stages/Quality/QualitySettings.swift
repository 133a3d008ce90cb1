package import Exports
package import Pipeline
import Values

/// What stage `quality` can be told.
package struct QualitySettings: StageSettings {
  package var maxRejectedShare = 0.01
  package var maxAgeDays = 31
  package var duplicateKeys: [DuplicateKey] = [.taxNumber, .phone, .name]
  package var mostSharing = 20

  package init() {}

  package static var fields: [SettingField<QualitySettings>] {
    [
      SettingField(
        "max_rejected_share", \.maxRejectedShare,
        Phrase(
          "Share of a file's rows that may be rejected before it becomes a finding",
          "单个文件允许的拒收行占比，超出则提示")
      ) { $0 >= 0 && $0 <= 1 ? nil : "0 to 1" },
      SettingField(
        "max_age_days", \.maxAgeDays,
        Phrase(
          "Days between the newest row of an export and the as-of date before it counts as stale",
          "最新记录距统计日的天数上限，超出则视为过期")
      ) { $0 >= 0 ? nil : "0 or more" },
      SettingField(
        "duplicate_keys", \.duplicateKeys,
        Phrase(
          "What customers must share to be listed as one that may be there twice",
          "判定疑似重复客户所依据的键")),
      SettingField(
        "max_sharing", \.mostSharing,
        Phrase(
          "Customers that may share a value before it ties nobody any more: a hotline, a head office",
          "同一取值最多可由多少客户共用；超出（如总机、总部）则不作为依据")
      ) { $0 >= 2 ? nil : "2 or more" },
    ]
  }
}
