package com.example.layers;

import java.util.List;

/** Where people come from. */
interface PeopleRepository {
    List<String> findAll();
}
