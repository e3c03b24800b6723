"""What a reader may call a command who doesn't know its name, in any of the three languages, by its id or group.

A group is what stands before the last dot of the ids. Of Chinese words those of Taiwan and of the mainland are
listed where they differ as words (字型, 字體); the palette itself takes either script.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_SETTINGS = "settings preferences options configure 設定 設置 偏好 選項 首選項"

MEANINGS: Mapping[str, str] = MappingProxyType(
    {
        "theme": f"{_SETTINGS} theme appearance colours colors skin 主題 外觀 顏色 配色 佈景",
        "theme.dark": "night black 深色 夜間 夜晚 暗 暗色 黑 黑夜",
        "theme.light": "day white bright 淺色 白天 日間 亮 亮色 白",
        "text": f"{_SETTINGS} font size zoom scale 字型 字體 字號 字級 字大小 縮放 放大 縮小",
        "text.larger": "bigger increase grow 放大 加大 變大",
        "text.smaller": "decrease shrink reduce 縮小 減小 變小",
        "text.reset": "default normal original 預設 默認 還原 恢復",
        "language": f"{_SETTINGS} language interface locale 語言 界面 介面 中文 英文",
        "variant.traditional": f"{_SETTINGS} traditional variant region 繁體 正體 用字 臺灣 香港 地區",
        "variant.simplified": f"{_SETTINGS} simplified variant region 簡體 用字 大陸 地區",
        "edition": f"{_SETTINGS} dictionary opencc edition 詞典 字典 辭典 版本",
        "source": "detect source script wrong 原文 文字 判斷 識別 偵測 檢測",
        "encoding": "charset codepage garbled mojibake gbk 亂碼 編碼 字元集 字符集",
        "script": "convert conversion simplified traditional 轉換 繁簡 簡繁 繁體 正體 簡體",
        "script.toggle": "switch flip 切換 對換",
        "script.explain": "why explain dictionary 為什麼 解釋 說明",
        "script.correct": "fix wrong mistake 改正 修正 校正 錯字",
        "script.doubt": "doubt unsure ambiguous check proofread 存疑 不確定 一簡對多繁 校對 檢查 疑問",
        "script.names": "name surname person people place 名字 姓名 人名 地名 姓氏",
        "script.name": "name surname person missed 名字 姓名 人名 地名 姓氏 漏",
        "script.corrections": f"{_SETTINGS} fix custom user dictionary 自訂 自定義 修正 校正 詞典",
        "file.open": "load import document book 開啟 打開 檔案 文件 讀取 載入",
        "file.reload": "refresh update 重新整理 刷新 更新 重讀",
        "file.save_thread": "export convert epub html markdown txt ebook 另存 儲存 保存 匯出 導出 轉成 電子書 網頁",
        "file.quit": "exit close leave 離開 退出 結束 關閉",
        "notes.export": "print save share pdf html csv markdown excel 列印 打印 分享 另存 儲存 保存 匯出 導出",
        "notes.import": "load hypothesis restore 匯入 導入 載入 還原",
        "notes.beside": f"{_SETTINGS} sync cloud folder backup 同步 雲端 網盤 備份 資料夾 文件夾",
        "annotations.reveal": "where backup folder location finder explorer 備份 位置 資料夾 文件夾 在哪",
        "edit.undo": "back revert 復原 撤銷 取消 返回",
        "edit.redo": "again repeat 重做 恢復",
        "edit.copy": "clipboard 拷貝 剪貼簿 剪貼板",
        "edit.copy_original": "clipboard source 拷貝 原文 剪貼簿 剪貼板",
        "find": "search look 搜尋 搜索 查找 尋找 檢索",
        "concordance": "kwic context occurrences all places 語境 索引 用例 出處 全部 列出 例句 詞語索引",
        "keywords": "highlight words light search 關鍵字 關鍵詞 高亮 點亮 燈",
        "words": "terms corpus statistics chart frequency compare authors 詞 詞頻 統計 圖 比較 作者 誰說 語料",
        "words.matrix": "matrix heat map table count export csv 矩陣 熱圖 熱力圖 表格 次數 匯出 導出",
        "words.dispersion": "dispersion plot barcode positions lights 分布 分佈 位置 條碼 燈",
        "keywords.save_list": "word list save 詞表 字表 單詞表 儲存 保存",
        "keywords.merge": "concept synonym alias same merge 同義 合併 概念 別名 同一",
        "keywords.keep_whole": "segment split word jieba 分詞 斷詞 切詞 拆開 新詞 詞典",
        "own": f"{_SETTINGS} concepts synonyms stop words lists file 同義詞 停用詞 詞表 詞典 自訂 自定義",
        "annotate": "annotation mark highlight 標記 標註 劃線 劃重點 螢光筆 高亮",
        "annotate.note": "comment write memo 筆記 註解 注釋 評論 寫",
        "annotate.delete": "remove erase 移除 刪除 去掉",
        "annotate.tag": "label category 標籤 分類",
        "annotate.untag": "label category remove 標籤 分類 移除",
        "author": "answer person who next previous 答主 作者 回答 下一 上一",
        "person": "same person author else other comments next previous 同一人 同一個人 此人 他 還說 其他 下一 上一",
        "person.light": "highlight dim only author spotlight 只看 只看該作者 只看他 聚焦 變淡 點亮",
        "authors.sort": "sort order arrange list by people authors 排序 排列 順序 次序 作者",
        "authors.sort.votes": "likes upvotes popular top best 贊同 點讚 讚數 按讚 推 熱門 高分",
        "authors.sort.time": "time date newest latest recent 時間 日期 最新 最近",
        "authors.sort.length": "length long short size 長度 篇幅 長短 字數",
        "authors.sort.thread": "original default 原文 原來 預設 默認",
        "authors.together": "group posts person conversation chat 合併 歸併 分組 同一人 對話 聊天 樓層",
        "thread.authors": "authors names wrong guess layout split 作者 名字 認錯 認錯作者 分錯 版面 識別 更正 改",
        "thread.name": "author name split 作者 名字 作者名 這行 分開",
        "thread.unname": "author name join merge wrong 作者 名字 作者名 不是 合併 認錯",
        "authors.filter": "find name author person search 找人 名字 姓名 作者 篩選 過濾 搜尋",
        "comments": "replies discussion thread fold 評論 留言 回覆 回應 推文 樓中樓 展開 摺疊",
        "changes": "diff compare update new edited gone older version 差異 比較 比對 更新 變更 修改 刪除 舊版",
        "link": "web url browser website 連結 鏈接 網址 網頁 瀏覽器 原網頁",
        "panes": "side by side split compare two columns parallel 並排 並列 對照 比較 分割 分欄 雙欄 兩欄",
        "panes.together": "sync synchronized lock linked scroll 同步 捲動 滾動 連動 聯動",
        "panes.shared": "compare common shared difference keywords 共同 共有 差異 對比 比較 用詞",
        "panes.next": "other side author next right 右邊 另一邊 對面 下一",
        "panes.previous": "other side author previous right 右邊 另一邊 對面 上一",
        "panel": "sidebar pane hide show toggle 側欄 側邊欄 面板 隱藏 顯示",
        "panel.search": "find regex regular expression whole word 搜尋 搜索 查找 檢索 正則 整詞",
        "panel.notes": "annotations comments 筆記 批註",
        "panel.words": "terms keywords frequency list who uses 用詞 詞 字詞 關鍵詞 詞頻 誰說",
        "panel.sidebar": "authors contents list 目錄 列表",
        "view.fullscreen": "maximize distraction zen focus 全螢幕 全屏 專注",
        "view.choices": "ambiguous one to many 一簡對多繁 歧義",
        "help.shortcuts": "keys keyboard hotkeys 快捷鍵 快速鍵 鍵盤 按鍵",
        "help.about": "version license info 版本 關於 授權",
    }
)


def meaning_of(action: str) -> str:
    """Return the words for the action with this id, of its group and its own; "" for none."""
    return " ".join(filter(None, (MEANINGS.get(action.rpartition(".")[0]), MEANINGS.get(action))))
