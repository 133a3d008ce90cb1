package import Pipeline
import Values

extension Servqual {
  package static let method: [Method] = [
    Method(
      title: Phrase("Gap", "服务质量差距"),
      formula: "G = P - E",
      meaning: Phrase(
        "Perceived less expected, for each respondent and item; below 0 the service falls short. A "
          + "dimension is the mean of its items.",
        "每位受访者每个题项的感知减期望；低于 0 表示未达期望。维度为其题项的均值。"),
      source:
        "Parasuraman, Zeithaml & Berry, SERVQUAL: a multiple-item scale for measuring consumer "
        + "perceptions of service quality, Journal of Retailing 64(1), 1988; items and dimensions "
        + "as in Refinement and reassessment of the SERVQUAL scale, Journal of Retailing 67(4), "
        + "1991"),
    Method(
      title: Phrase("Unweighted and weighted score", "未加权与加权总分"),
      formula: "Σ Gⱼ / J, Σ wⱼ Gⱼ / 100, Σ wⱼ = 100",
      meaning: Phrase(
        "The mean of the dimensions, and the same by the 100 points that each respondent shares "
          + "out. Respondents whose points do not add up are left out of the weighted score.",
        "各维度差距的均值，以及按受访者分配的 100 分加权的结果。合计不为 100 者不计入加权总分。"),
      source: "Zeithaml, Parasuraman & Berry, Delivering Quality Service, 1990"),
    Method(
      title: Phrase("Perception alone", "绩效得分"),
      formula: "P",
      meaning: Phrase(
        "What was perceived, without expectation. Gaps say little beyond it, so all three are "
          + "always told.",
        "不减期望的感知得分。差距提供的信息有限，故三者一并列出。"),
      source:
        "Cronin & Taylor, Measuring service quality: a reexamination and extension, Journal of "
        + "Marketing 56(3), 1992; Roszkowski, Baky & Jones, So which score on the LibQUAL+ tells "
        + "me if library users are satisfied?, Library & Information Science Research 27(4), 2005"),
    Method(
      title: Phrase("Zone of tolerance", "容忍区间"),
      formula: "P - m, P - d, (P - m)/(d - m)",
      meaning: Phrase(
        "Perceived above the least acceptable level, against the desired one, and where between "
          + "the two it lies.",
        "感知与最低可接受水平、理想水平之差，以及在两者之间的位置。"),
      source:
        "Zeithaml, Berry & Parasuraman, The nature and determinants of customer expectations of "
        + "service, Journal of the Academy of Marketing Science 21(1), 1993; The behavioral "
        + "consequences of service quality, Journal of Marketing 60(2), 1996"),
    Method(
      title: Phrase("Paired test of a gap", "差距的配对检验"),
      formula: "t = Ḡ / (s / √n), Ḡ ± t(n - 1) s / √n; p₍ᵢ₎ (m - i + 1)",
      meaning: Phrase(
        "Whether a gap differs from 0 by more than chance, corrected for the number of gaps tested "
          + "together: items, dimensions or scores of the total, or of all groups of one kind. "
          + "Beside it the test by ranks.",
        "差距是否显著不为 0，并按同组检验的个数作校正；另附秩检验。"),
      source:
        "Student, The probable error of a mean, Biometrika 6(1), 1908; Wilcoxon, Individual "
        + "comparisons by ranking methods, Biometrics Bulletin 1(6), 1945; Holm, Scandinavian "
        + "Journal of Statistics 6(2), 1979"),
    Method(
      title: Phrase("Differences between groups", "分组差异"),
      formula: "t = (x̄₁ - x̄₂) / √(s₁²/n₁ + s₂²/n₂)",
      meaning: Phrase(
        "Whether two waves, or two departments that judge each other, differ; variances may be "
          + "unequal.",
        "两个批次之间、互评的两个部门之间是否有差异；允许方差不等。"),
      source:
        "Welch, The generalization of Student's problem when several different population "
        + "variances are involved, Biometrika 34(1-2), 1947"),
    Method(
      title: Phrase("Consistency of a dimension", "维度一致性"),
      formula: "α = k/(k - 1) (1 - Σσᵢ² / σ²)",
      meaning: Phrase(
        "How far the items of a dimension measure one thing; below 0.7 its mean says little.",
        "同一维度题项测量同一内容的程度；低于 0.7 时维度均值意义有限。"),
      source:
        "Cronbach, Coefficient alpha and the internal structure of tests, Psychometrika 16(3), "
        + "1951; interval: Feldt, Psychometrika 30(3), 1965"),
    Method(
      title: Phrase("Departments that serve each other", "部门互评"),
      formula: "G(A → B), G(B → A)",
      meaning: Phrase(
        "Each department's service as the departments that receive it see it, and the difference "
          + "of the two ways.",
        "各部门服务由接受部门评价，并比较两个方向之差。"),
      source:
        "Frost & Kumar, INTSERVQUAL: an internal adaptation of the GAP model in a large service "
        + "organisation, Journal of Services Marketing 14(5), 2000"),
  ]
}
