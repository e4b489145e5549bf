package com.example.ktflowup

import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.flow.map
import kotlinx.coroutines.launch
import org.json.JSONArray
import org.json.JSONObject

/** Collects and sends. */
class PeopleUploader(private val source: PeopleSource, private val api: FlowApi) {
    fun start() {
        CoroutineScope(Dispatchers.IO).launch {
            source.people()
                .map { people -> people.map { toJson(it) } }
                .collect { rows -> api.send(JSONArray(rows)) }
        }
    }

    private fun toJson(person: Person) = JSONObject().put("name", person.name).put("phone", person.phone)
}
