package import Pipeline
import Values

extension Kano {
  package static let method: [Method] = [
    Method(
      title: Phrase("Evaluation table", "评价表"),
      formula: "(f, d) → Q A A A O / R I I I M / R I I I M / R I I I M / R R R R Q",
      meaning: Phrase(
        "How a feature is liked when it is there and when it is not says what it is: must-be (M), "
          + "one-dimensional (O), attractive (A), indifferent (I), reverse (R); contradicting "
          + "answers are questionable (Q).",
        "由“具备时”与“不具备时”两道题的回答判定类别：必备（M）、期望（O）、魅力（A）、无差异（I）、反向（R）；"
          + "自相矛盾的回答为可疑（Q）。"),
      source:
        "Kano, Seraku, Takahashi & Tsuji, Attractive quality and must-be quality, Hinshitsu 14(2), "
        + "1984; table as in Berger et al., Kano's methods for understanding customer-defined "
        + "quality, CQM Journal 2(4), 1993"),
    Method(
      title: Phrase("Letter of a feature", "功能类别的判定"),
      formula: "max(M, O, A, I, R, Q); O + A + M > I + R + Q → max(O, A, M), max(I, R, Q)",
      meaning: Phrase(
        "The most frequent letter, ties in the order M, O, A, I, R, Q; beside it the letter that "
          + "first asks whether the feature matters at all.",
        "取占比最高的类别，并列时依 M、O、A、I、R、Q 取先者；另按“是否重要”先作比较得出第二种类别，两者不同者加注。"),
      source: "Berger et al., CQM Journal 2(4), 1993"),
    Method(
      title: Phrase("Better and Worse", "满意系数与不满意系数"),
      formula: "(A + O)/(A + O + M + I), -(O + M)/(A + O + M + I)",
      meaning: Phrase(
        "How far having the feature adds to satisfaction, and how far its absence takes from it, "
          + "with Wilson's interval.",
        "具备该功能可提升满意、缺少该功能会降低满意的程度，附威尔逊区间。"),
      source: "Berger et al., CQM Journal 2(4), 1993"),
    Method(
      title: Phrase("Is the letter sure", "类别是否显著"),
      formula: "a - b ≥ 1.65 √((a + b)(2n - a - b) / 2n)",
      meaning: Phrase(
        "Whether the two most frequent letters differ by more than chance.",
        "最高两类的人数之差是否超出偶然。"),
      source:
        "Fong, Using the self-stated importance questionnaire to interpret Kano questionnaire "
        + "results, CQM Journal 5(3), 1996"),
    Method(
      title: Phrase("Shares of the letters", "各类别占比的区间"),
      formula: "(χ² + 2x ± √(χ²(χ² + 4x(n - x)/n))) / 2(n + χ²)",
      meaning: Phrase(
        "Intervals that hold for all six shares at once.", "六类占比同时成立的区间。"),
      source:
        "Goodman, On simultaneous confidence intervals for multinomial proportions, Technometrics "
        + "7(2), 1965"),
    Method(
      title: Phrase("Strength", "类别强度与总强度"),
      formula: "(a - b)/n, (A + M + O)/n",
      meaning: Phrase(
        "How far the first letter leads the second, mixed below 6 %; and the share of people the "
          + "feature matters to.",
        "首位类别领先次位的幅度，低于 6% 为混合类别；总强度为认为该功能重要者的占比。"),
      source:
        "Lee & Newcomb, Applying the Kano methodology to meet customer requirements, Quality "
        + "Management Journal 4(3), 1997"),
    Method(
      title: Phrase("Continuous scores", "连续得分"),
      formula: "f: 4, 2, 0, -1, -2; d: -2, -1, 0, 2, 4; Σwx/Σw, x = 2",
      meaning: Phrase(
        "Means of both answers, weighted by self-stated importance where it was asked; the plane "
          + "is cut at 2.",
        "两道题的平均得分，有自述重要性时按其加权；以 2 分为界划分象限。"),
      source:
        "DuMouchel, in Berger et al., CQM Journal 2(4), 1993"),
    Method(
      title: Phrase("Priority", "优先顺序"),
      formula: "M > O > A > I",
      meaning: Phrase(
        "Basic features first; within a letter by Worse (M), Better (A) or both together.",
        "基本需求优先；同类之内，M 按不满意系数、A 按满意系数、其余按两者之和排序。"),
      source:
        "Matzler & Hinterhuber, How to make product development projects more successful by "
        + "integrating Kano's model, Technovation 18(1), 1998"),
    Method(
      title: Phrase("Differences between groups", "分组差异检验"),
      formula: "X² = Σ(O - E)²/E; p₍ᵢ₎ (m - i + 1)",
      meaning: Phrase(
        "Whether groups or waves place a feature differently, corrected for the number of "
          + "features.",
        "各分组或两个批次对同一功能的分类是否不同，并按功能数作校正。"),
      source:
        "Pearson, Philosophical Magazine 50, 1900; Holm, A simple sequentially rejective multiple "
        + "test procedure, Scandinavian Journal of Statistics 6(2), 1979"),
    Method(
      title: Phrase("Penalty and reward", "惩罚与奖励"),
      formula: "y = b₀ + Σ(p L + r H), |p| > r, |p| ≈ r, |p| < r",
      meaning: Phrase(
        "Without paired questions: what poor and good answers to an item do to overall "
          + "satisfaction. Poor answers that cost more than good ones earn make it basic.",
        "没有成对问题时，用题项低分与高分对总体满意度的影响分类：低分的损失大于高分的收益者为基本需求。"),
      source:
        "Brandt, A procedure for identifying value-enhancing service components using customer "
        + "satisfaction survey data, 1987; Matzler & Sauerwein, International Journal of Service "
        + "Industry Management 13(4), 2002"),
  ]
}
