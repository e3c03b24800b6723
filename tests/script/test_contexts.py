"""Contexts checked by hand: how the file is read, and a sentence for what each group of it is about."""

from __future__ import annotations

import pytest

from desktop.script import Edition, convert
from desktop.script.tables.contexts import Context, contexts, parsed_contexts, usual_forms
from desktop.script.tables.dictionaries import OFFICIAL, read_dictionary

# Simplified, with what stands for several traditional characters; and as it is written in Taiwan.
SENTENCES = (
    "这里有百年历史，也有伟大历程。 這裡有百年歷史，也有偉大歷程。",
    "海底两万里，三百里路，一千公里。 海底兩萬里，三百里路，一千公里。",
    "大海里的鱼游进海里。 大海裡的魚游進海裡。",
    "城里人的邻里关系，他是里长。 城裡人的鄰里關係，他是里長。",
    "岛上有数千只海鸟和几百只山羊。 島上有數千隻海鳥和幾百隻山羊。",
    "这只有三个人知道，那只是一只猫。 這只有三個人知道，那只是一隻貓。",
    "有只小狗，他只好养着。 有隻小狗，他只好養著。",
    "天气不干燥，饼干和豆腐干，晒干了。 天氣不乾燥，餅乾和豆腐乾，曬乾了。",
    "别去干涉若干部门的干部。 別去干涉若干部門的幹部。",
    "干杯之后他干什么去了。 乾杯之後他幹什麼去了。",
    "直发抖的手，头发白了，剪短发的人。 直發抖的手，頭髮白了，剪短髮的人。",
    "街头发生的事被发表在报上。 街頭發生的事被發表在報上。",
    "问题更复杂，不复杂也要反复复习。 問題更複雜，不複雜也要反覆複習。",
    "他回复了邮件，秩序回复正常。 他回覆了郵件，秩序回復正常。",
    "农民历上写着，历史课的日历。 農民曆上寫著，歷史課的日曆。",
    "控制程序的制造商做了客制化，录制影片。 控制程序的製造商做了客製化，錄製影片。",
    "此系统由中文系主任设计，关系很好。 此系統由中文系主任設計，關係很好。",
    "请系上安全带，他是系上的老师。 請繫上安全帶，他是系上的老師。",
    "下周签合约，拒签之后抽签，标签贴好。 下週簽合約，拒簽之後抽籤，標籤貼好。",
    "十分钟的钟声，钟情于钟表，这钟坏了。 十分鐘的鐘聲，鍾情於鐘錶，這鐘壞了。",
    "规范的范围，范老师的示范。 規範的範圍，范老師的示範。",
    "不准进来，算不准，不准确，市场准入。 不准進來，算不準，不準確，市場准入。",
    "征税，出征，象征，长征，征服。 徵稅，出征，象徵，長征，征服。",
    "采访他的神采，采用，文采。 採訪他的神采，採用，文采。",
    "向下卷动卷轴，打开古卷轴，卷入纠纷。 向下捲動捲軸，打開古卷軸，捲入糾紛。",
    "手冲咖啡，冲洗，冲突，冲锋。 手沖咖啡，沖洗，衝突，衝鋒。",
    "皇太后，三天后，天后宫，之后。 皇太后，三天後，天后宮，之後。",
    "吃面的时候和面试官见面。 吃麵的時候和面試官見面。",
    "舍入误差，宿舍入口，断舍离。 捨入誤差，宿舍入口，斷捨離。",
    "岳先生登上山岳，五岳归来。 岳先生登上山嶽，五嶽歸來。",
    "忧郁的郁先生闻到馥郁的香气。 憂鬱的郁先生聞到馥郁的香氣。",
    "朴先生很朴素。 朴先生很樸素。",
    "子丑寅卯，丑角，丑事。 子丑寅卯，丑角，醜事。",
    "一个中国人有一个旧版本，一个中年人。 一個中國人有一個舊版本，一個中年人。",
    "细致的疗愈，自愈能力。 細緻的療癒，自癒能力。",
    "他很克制，搜刮财产。 他很克制，搜刮財產。",
    "松脆饼干，肉松，放松，松树。 鬆脆餅乾，肉鬆，放鬆，松樹。",
    "借由此事，借口，向他借书。 藉由此事，藉口，向他借書。",
    "雷射雕刻，雕塑。 雷射雕刻，雕塑。",
    "游标移动，上游，游泳，旅游，游牧民族。 游標移動，上游，游泳，旅遊，遊牧民族。",
    "网上游戏，晚上游玩，游击队。 網上遊戲，晚上遊玩，游擊隊。",
    "多余的余额，其余，三十余人。 多餘的餘額，其餘，三十餘人。",
    "打稻谷，山谷。 打稻穀，山谷。",
    "困难很多，他困惑。 困難很多，他困惑。",
    "羊九十六只，每只，只走了一只。 羊九十六隻，每隻，只走了一隻。",
    "求你准我去，他看准我了。 求你准我去，他看準我了。",
    "水干了，枯干，干葡萄。 水乾了，枯乾，乾葡萄。",
    "日头一出来，一出好戏。 日頭一出來，一齣好戲。",
    "疲倦困乏，困难。 疲倦困乏，困難。",
    "修复数据，回复数据，复数。 修復數據，回覆數據，複數。",
    "学校范老师和师范大学的范文。 學校范老師和師範大學的範文。",
    "推杆，旗杆。 推桿，旗杆。",
    "桥梁和栋梁，梁先生。 橋樑和棟樑，梁先生。",
    "星历表，手表，表示。 星曆表，手錶，表示。",
)


@pytest.mark.parametrize("line", SENTENCES)
def test_a_sentence_of_each_group_reads_as_in_taiwan(line: str) -> None:
    simplified, traditional = line.split(" ")
    assert convert(simplified, "s2tw", Edition.BAIJIA).text == traditional


def test_a_group_may_be_for_one_configuration_alone() -> None:
    assert convert("拼命", "s2hk", Edition.BAIJIA).text == "拚命"
    assert convert("拼命", "s2tw", Edition.BAIJIA).text == "拼命"


def test_classes_and_choices_stand_for_all_their_words() -> None:
    text = "{数} = 一 十万\n里 = 里\n{数}_[路地] # why\n里 == 裏\n|_外|\n_"
    assert parsed_contexts(text) == [
        ("一里路", Context(1, "里")),
        ("一里地", Context(1, "里")),
        ("十万里路", Context(2, "里")),
        ("十万里地", Context(2, "里")),
        ("里外", Context(0, "裏", (0, 2), firm=True)),
        ("里", Context(0, "裏", (), firm=True)),
    ]


@pytest.mark.parametrize("text", ["里路", "里 = 里\n路", "里 = 里\n_外_"])
def test_a_line_that_is_no_context_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=text.rpartition("\n")[2]):
        parsed_contexts(text)


def test_every_form_is_one_that_the_character_has() -> None:
    forms = read_dictionary("STCharacters.txt", OFFICIAL)
    stated = {
        (words[context.offset], context.form) for words, context in contexts("s2hk").items()
    } | usual_forms().items()
    assert {pair for pair in stated if pair[1] not in forms.get(pair[0], pair[0]).split(" ")} == {
        ("并", "并"),
        ("拼", "拚"),
    }
